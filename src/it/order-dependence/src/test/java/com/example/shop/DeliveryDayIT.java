package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DeliveryDayIT {

    /** Seeded defect, a victim of the default time zone. */
    @Test
    void isTheDayInTheShop() {
        assertEquals(LocalDate.of(2026, 3, 1), Invoice.day(Instant.parse("2026-03-01T20:00:00Z")));
    }
}
