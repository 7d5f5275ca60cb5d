package com.example.shop

import io.kotest.assertions.assertSoftly
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import io.mockk.mockk
import io.mockk.verify
import java.sql.SQLException
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

@Retention(AnnotationRetention.BINARY)
annotation class SuppressHygiene(vararg val value: String, val reason: String = "")

class AssertingIT {

    private val prices = Prices(Databases.provided)

    @Test
    fun `uses an infix matcher`() {
        prices.count() shouldBe 0
    }

    @Test
    fun comparesLists() {
        listOf(prices.count()).shouldContainExactly(0)
    }

    @Test
    fun usesKotlinTest() {
        assertFailsWith<SQLException> { prices.count() }
    }

    @Test
    fun usesJupitersFunctions() {
        assertThrows<SQLException> { prices.count() }
    }

    @Test
    fun assertsSoftly() {
        assertSoftly {
            prices.count() shouldBe 0
            prices.toString() shouldStartWith "pri"
        }
    }

    @Test
    fun assertsSoftlyOnAReceiver() = assertSoftly(prices) {
        count() shouldBe 0
    }

    @Test
    fun verifiesACall() {
        val mailer = mockk<Mailer>(relaxed = true)
        mailer.send("you@example.com")
        verify { mailer.send(any()) }
    }

    @Test
    fun requiresInCoroutine() = runBlocking {
        check(prices.count() == 0)
    }

    @Test
    fun usesTheLanguage() {
        assert(prices.count() == 0) { "there are prices" }
    }

    @Test
    fun assertsInAHelper() = eachOf(1, 2) { assertEquals(it, prices.count()) }

    @Test
    fun assertsInAnExtension() {
        prices.mustBeEmpty()
    }

    @Test
    fun usesADefault() {
        prices.hasAsMany()
    }

    @Test
    fun assertsInALocalFunction() {
        fun isEmpty(all: Prices) = assertEquals(0, all.count())
        isEmpty(prices)
    }

    @Test
    fun onlyCalls() {
        prices.count()
    }

    @Test
    fun onlyCallsInCoroutine(): Unit = runBlocking {
        val count = prices.count()
        println("there are $count prices, ${prices!!}")
    }

    @Test
    @SuppressHygiene("no-assertion", reason = "what it prints is read by people")
    fun isSuppressed() {
        println(prices.count())
    }

    @Nested
    inner class Within {

        @Test
        fun onlyCallsToo() {
            val cast = Databases.provided as Any
            println(cast as Runnable)
            when (prices.count()) {
                1 -> println("one")
                else -> println("many")
            }
        }

        @Test
        fun assertsToo() {
            assertEquals(0, prices.count())
        }
    }

    companion object {

        @JvmStatic
        @BeforeAll
        fun connect() {
            Databases.somebodys().use { println(it) }
            Databases.named().close()
        }
    }
}

private inline fun eachOf(vararg numbers: Int, block: (Int) -> Unit) = numbers.forEach(block)

private fun Prices.mustBeEmpty() {
    if (count() != 0) {
        throw IllegalStateException("there are prices")
    }
}

private fun Prices.hasAsMany(expected: Int = 0, message: String = "as many") {
    assertEquals(expected, count(), message)
}
