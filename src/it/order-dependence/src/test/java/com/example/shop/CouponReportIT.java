package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CouponReportIT {

    /** Seeded defect, a victim that is fine as long as the cleaner stands before it. */
    @Test
    void listsNoCoupons() throws SQLException {
        assertEquals(0, Shop.number("SELECT count(*) FROM coupon"));
    }
}
