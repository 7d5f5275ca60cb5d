package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CouponIssueIT {

    /** Leaves its coupon. In the user's own order {@link CouponPurgeIT} hides that from {@link CouponReportIT}. */
    @Test
    void issuesACoupon() throws SQLException {
        Shop.execute("INSERT INTO coupon VALUES ('SPRING') ON CONFLICT DO NOTHING");

        assertEquals(1, Shop.number("SELECT count(*) FROM coupon WHERE code = 'SPRING'"));
    }
}
