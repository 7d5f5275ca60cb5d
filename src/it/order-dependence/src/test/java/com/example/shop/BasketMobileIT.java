package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class BasketMobileIT {

    @Test
    void leavesACup() throws SQLException {
        Shop.execute("INSERT INTO basket VALUES ('cup') ON CONFLICT DO NOTHING");

        assertEquals(1, Shop.number("SELECT count(*) FROM basket WHERE item = 'cup'"));
    }
}
