package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DiscountWinterIT {

    @Test
    void grantsSixtyPercent() throws SQLException {
        Shop.execute("INSERT INTO discount VALUES ('winter', 60) ON CONFLICT DO NOTHING");

        assertEquals(60, Shop.number("SELECT percent FROM discount WHERE reason = 'winter'"));
    }
}
