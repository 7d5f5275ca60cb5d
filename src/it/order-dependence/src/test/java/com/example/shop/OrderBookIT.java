package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OrderBookIT {

    /** Seeded defect, a victim of left-over orders; the customers and the protocol do it no harm. */
    @Test
    void startsEmpty() throws SQLException {
        assertEquals(0, Shop.number("SELECT count(*) FROM customer_order"));
    }
}
