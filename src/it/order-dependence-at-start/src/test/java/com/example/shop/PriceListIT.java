package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PriceListIT {

    /** Seeded defect, a victim of a static cache. */
    @Test
    void showsThePriceOfTheDatabase() {
        assertEquals(900, PriceCache.price("cup", Shop::price));
    }
}
