package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DiscountLimitIT {

    /** Seeded defect, a victim of two polluters that only act together: one discount alone is no harm. */
    @Test
    void isNeverPassed() throws SQLException {
        assertTrue(Shop.number("SELECT coalesce(sum(percent), 0) FROM discount") <= 100);
    }
}
