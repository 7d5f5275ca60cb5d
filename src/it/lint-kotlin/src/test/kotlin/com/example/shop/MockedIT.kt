package com.example.shop

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.matchers.shouldBe
import io.mockk.every
import io.mockk.impl.annotations.MockK
import io.mockk.mockk
import io.mockk.spyk
import io.mockk.verify
import java.sql.Connection
import java.sql.SQLException
import javax.sql.DataSource
import org.junit.jupiter.api.Test
import org.mockito.kotlin.mock as mockitoMock

interface Mailer {
    fun send(to: String)
}

class MockedIT {

    @MockK
    lateinit var injected: DataSource

    private val inAField = mockk<DataSource>()

    private val mailer = mockk<Mailer>(relaxed = true)

    @Test
    fun tellsOfALostConnection() {
        val dataSource = mockk<DataSource>()
        every { dataSource.connection } throws SQLException("lost")

        shouldThrow<SQLException> { Prices(dataSource).count() }
    }

    @Test
    fun infersWhatIsMocked() {
        val connection: Connection = mockk(relaxed = true) {
            every { autoCommit } returns true
        }

        connection.autoCommit shouldBe true
    }

    @Test
    fun usesMockito() {
        val dataSource = mockitoMock<DataSource>()

        Prices(dataSource).toString() shouldBe "prices"
    }

    @Test
    fun sendsAMail() {
        mailer.send("you@example.com")

        verify(exactly = 1) { mailer.send("you@example.com") }
    }

    @Test
    fun watchesTheRealOne() {
        val dataSource = spyk<DataSource>(Databases.provided)

        dataSource.loginTimeout shouldBe 0
    }
}
