package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CouponPurgeIT {

    /** A cleaner, by chance. */
    @Test
    void purgesCoupons() throws SQLException {
        Shop.execute("INSERT INTO coupon VALUES ('OLD') ON CONFLICT DO NOTHING", "DELETE FROM coupon");

        assertEquals(0, Shop.number("SELECT count(*) FROM coupon"));
    }
}
