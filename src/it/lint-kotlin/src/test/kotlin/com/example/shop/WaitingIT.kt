package com.example.shop

import com.example.shared.restABit
import com.example.shared.settle
import kotlin.concurrent.thread
import kotlin.test.assertEquals
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test

class WaitingIT {

    private val prices = Prices(Databases.provided)

    @Test
    fun waitsInAFunction() {
        settle()
        assertEquals(0, prices.count())
    }

    @Test
    fun waitsInAnExtension() {
        assertEquals(0, prices.restABit().count())
    }

    @Test
    fun waitsInALambda() {
        prices.let {
            Thread.sleep(300)
            assertEquals(0, it.count())
        }
    }

    @Test
    fun waitsInACompanion() {
        pause()
        assertEquals(0, prices.count())
    }

    @Test
    fun delays() = runBlocking {
        delay(200)
        assertEquals(0, prices.count())
    }

    @Test
    fun delaysForADuration() = runBlocking {
        val job = launch {
            delay(200.milliseconds)
            println("done")
        }
        job.join()
        assertEquals(0, prices.count())
    }

    @Test
    fun polls() = runBlocking {
        withTimeout(5_000) {
            while (prices.count() > 0) {
                delay(20)
            }
        }
        assertEquals(0, prices.count())
    }

    companion object {

        fun pause(millis: Long = 500) {
            Thread.sleep(millis)
        }

        @JvmStatic
        @BeforeAll
        fun settleFirst() {
            Thread.sleep(1_000)
        }
    }
}
