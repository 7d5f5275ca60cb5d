package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RatesOfTheDayIT {

    /** Leaves its rates, whichever of the tests is run. */
    @BeforeAll
    static void loadRates() throws SQLException {
        Shop.execute("INSERT INTO rate VALUES ('CHF', 1.25), ('USD', 0.8) ON CONFLICT DO NOTHING");
    }

    @Test
    void convertsFrancs() throws SQLException {
        assertEquals(125, Shop.number("SELECT 100 * euros FROM rate WHERE currency = 'CHF'"));
    }

    @Test
    void convertsDollars() throws SQLException {
        assertEquals(80, Shop.number("SELECT 100 * euros FROM rate WHERE currency = 'USD'"));
    }
}
