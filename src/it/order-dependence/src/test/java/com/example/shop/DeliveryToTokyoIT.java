package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class DeliveryToTokyoIT {

    /** Stays in Tokyo. */
    @Test
    void arrivesOnTheNextDay() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));

        assertEquals(LocalDate.of(2026, 3, 2), Invoice.day(Instant.parse("2026-03-01T20:00:00Z")));
    }
}
