package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StockIT {

    /** Seeded defect, a victim of its neighbour. */
    @Test
    void hasCupsInStock() throws SQLException {
        assertTrue(Shop.number("SELECT pieces FROM stock WHERE sku = 'cup'") > 0);
    }

    /** Does not put it back. */
    @Test
    void sellsTheLastCup() throws SQLException {
        Shop.execute("UPDATE stock SET pieces = 0 WHERE sku = 'cup'");

        assertEquals(0, Shop.number("SELECT pieces FROM stock WHERE sku = 'cup'"));
    }
}
