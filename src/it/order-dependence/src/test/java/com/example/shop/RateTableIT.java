package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTableIT {

    /** Seeded defect, a victim of a fixture that runs once for a class. */
    @Test
    void holdsTheEuroOnly() throws SQLException {
        assertEquals(List.of("EUR"), Shop.texts("SELECT currency FROM rate ORDER BY currency"));
    }
}
