package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CurrencyIT {

    /** Seeded defect, a victim of a system property. */
    @Test
    void isTheEuro() {
        assertEquals("EUR 4500", System.getProperty("shop.currency", "EUR") + " " + Shop.price("teapot"));
    }
}
