package com.example.shop;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Remembers prices for as long as the JVM lives. */
public final class PriceCache {

    private static final Map<String, Integer> CACHE = new HashMap<>();

    private PriceCache() {}

    /** The price in cents; asked of the database the first time. */
    public static int price(String sku, ToIntFunction<String> database) {
        return CACHE.computeIfAbsent(sku, database::applyAsInt);
    }

    /** From now on a product has another price, whatever the database says. */
    public static void promote(String sku, int priceInCents) {
        CACHE.put(sku, priceInCents);
    }
}
