package com.example.shared

import com.example.shop.Prices

fun settle() {
    Thread.sleep(250)
}

fun Prices.restABit(): Prices {
    listOf(1, 2).map { Thread.sleep(100L * it) }
    return this
}

fun onlyUnitTestsCallIt() {
    Thread.sleep(10)
}
