package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PricesParameterizedTest {

    private static final Map<String, BigDecimal> PRICES = new TreeMap<>();
    private static int calls;

    @BeforeAll
    static void load() {
        PRICES.put("pen", new BigDecimal("1.20"));
        PRICES.put("paper", new BigDecimal("4.50"));
        PRICES.put("desk", new BigDecimal("249.00"));
        PRICES.put("chair", new BigDecimal("99.99"));
    }

    @AfterEach
    void reset() {
        calls = 0;
    }

    private static BigDecimal discounted(String article, int percent) {
        calls++;
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent: " + percent);
        }
        return PRICES.get(article)
                .multiply(BigDecimal.valueOf(100 - percent))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }

    @TestFactory
    Collection<DynamicTest> discounts() {
        return PRICES.keySet().stream()
                .map(article -> DynamicTest.dynamicTest(article, () -> {
                    assertEquals(PRICES.get(article), discounted(article, 0).setScale(2));
                    assertTrue(discounted(article, 50).compareTo(PRICES.get(article)) < 0);
                }))
                .toList();
    }

    @Test
    void roundsHalfUp() {
        assertAll(
                () -> assertEquals(new BigDecimal("1.08"), discounted("pen", 10)),
                () -> assertEquals(new BigDecimal("50.00"), discounted("chair", 50)),
                () -> assertEquals(new BigDecimal("0.00"), discounted("desk", 100)));
        assertEquals(3, calls);
    }

    @Test
    void refusesMoreThanEverything() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> discounted("pen", 101), "more than all of it");
        assertEquals("percent: 101", refused.getMessage());
        for (int percent : List.of(-1, -50, 200)) {
            assertThrows(IllegalArgumentException.class, () -> discounted("pen", percent));
        }
    }

    @RepeatedTest(3)
    void isStable() {
        BigDecimal first = discounted("desk", 33);
        BigDecimal second = discounted("desk", 33);
        assertEquals(first, second);
        assertFalse(first.signum() < 0, () -> "negative: " + first);
    }

    @Test
    void sorted() {
        StringBuilder names = new StringBuilder();
        for (Map.Entry<String, BigDecimal> entry : PRICES.entrySet()) {
            if (entry.getValue().compareTo(BigDecimal.TEN) > 0) {
                names.append(entry.getKey()).append('=').append(entry.getValue()).append(';');
            }
        }
        assertEquals("chair=99.99;desk=249.00;", names.toString());
    }
}
