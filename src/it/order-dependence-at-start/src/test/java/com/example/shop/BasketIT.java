package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class BasketIT {

    /** Seeded defect, a victim with two polluters, either of which is enough. */
    @Test
    void startsEmpty() throws SQLException {
        assertEquals(0, Shop.number("SELECT count(*) FROM basket"));
    }
}
