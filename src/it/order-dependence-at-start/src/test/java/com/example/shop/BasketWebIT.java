package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class BasketWebIT {

    @Test
    void leavesATeapot() throws SQLException {
        Shop.execute("INSERT INTO basket VALUES ('teapot') ON CONFLICT DO NOTHING");

        assertEquals(1, Shop.number("SELECT count(*) FROM basket WHERE item = 'teapot'"));
    }
}
