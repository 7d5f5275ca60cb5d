package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsIT {

    /** A state-setter: its row is what {@link TaxIT} reads. */
    @Test
    void setsTheTax() throws SQLException {
        Shop.execute("INSERT INTO setting VALUES ('tax', '19') ON CONFLICT DO NOTHING");

        assertEquals(List.of("19"), Shop.texts("SELECT value FROM setting WHERE name = 'tax'"));
    }
}
