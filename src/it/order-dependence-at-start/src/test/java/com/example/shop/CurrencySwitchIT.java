package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CurrencySwitchIT {

    /** Does not switch back. */
    @Test
    void switchesToFrancs() {
        System.setProperty("shop.currency", "CHF");

        assertEquals("CHF 4500", System.getProperty("shop.currency") + " " + Shop.price("teapot"));
    }
}
