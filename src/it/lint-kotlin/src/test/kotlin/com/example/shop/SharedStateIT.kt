package com.example.shop

import kotlin.properties.Delegates
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test

var topLevel = 0

val names = listOf("pen", "ink")

object Shared {
    val sold = mutableListOf<String>()

    val prices by lazy { Prices(Databases.provided) }

    var reset = 0

    var setFirst = 0
}

class SharedStateIT {

    private var own = 0

    @BeforeEach
    fun resets() {
        Shared.reset = 0
    }

    @Test
    fun counts() {
        counter++
        topLevel += 1
        Shared.sold += "pen"
        Shared.reset = 1
        Shared.setFirst = 1
        assertEquals(1, Shared.setFirst)
        assertEquals(0, Shared.prices.count())
    }

    @Test
    fun looks() {
        own++
        observed = "seen"
        assertEquals(0, counter)
        assertEquals(0, topLevel)
        assertTrue(Shared.sold.isEmpty() && names.isNotEmpty())
        assertEquals(1, own)
        assertEquals(0, Shared.reset)
        Shared.setFirst = 2
        assertEquals(2, Shared.setFirst)
        assertEquals(0, Shared.prices.count())
    }

    companion object {
        var counter = 0

        var observed: String by Delegates.observable("") { _, _, _ -> }
    }
}
