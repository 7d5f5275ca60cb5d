package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PricePromotionIT {

    /** Nobody ends the promotion. */
    @Test
    void showsThePromotionsPrice() {
        PriceCache.promote("cup", 450);
        PriceCache.promote("saucer", 250);
        PriceCache.promote("teapot", 2_250);

        assertEquals(450, PriceCache.price("cup", Shop::price));
    }
}
