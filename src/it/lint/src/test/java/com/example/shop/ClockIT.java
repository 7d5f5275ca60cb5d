package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Sleeps, with and without a good reason. */
class ClockIT {

    private final Prices prices = new Prices(Database.provided());

    @Test
    void waitsOnPurpose() throws Exception {
        Thread.sleep(1);
        assertEquals(3, prices.sum(1, 2));
    }

    @Test
    @SuppressHygiene(value = "sleeps", reason = "a promise of the shop")
    void sleepsAsPromised() throws Exception {
        Thread.sleep(1);
        assertEquals(5, prices.sum(2, 3));
    }

    @Test
    void sleepsInAHelper() throws Exception {
        Pauses.shortly();
        assertEquals(7, prices.sum(3, 4));
    }

    @Test
    @SuppressHygiene("no-assertion")
    void isSuppressedWithoutAReason() throws Exception {
        prices.sum(4, 5);
    }

    @Test
    void refusesANegativePrice() {
        assertThrows(IllegalArgumentException.class, () -> prices.sum(-1, 2));
    }
}
