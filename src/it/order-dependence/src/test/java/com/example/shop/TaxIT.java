package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TaxIT {

    /** Seeded defect, brittle: somebody else must have set the tax. */
    @Test
    void readsTheTax() throws SQLException {
        assertEquals(19, Shop.number("SELECT value::int FROM setting WHERE name = 'tax'"));
    }

    @Test
    void roundsTheTax() {
        assertEquals(190, Invoice.tax(999, 19));
    }
}
