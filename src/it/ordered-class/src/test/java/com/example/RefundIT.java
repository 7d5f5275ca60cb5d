package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A story in steps, by a composed annotation on the superclass. */
class RefundIT extends Story {

    @Test
    void step1Buys() throws SQLException {
        cart.add("saucer");

        assertEquals(1, cart.size());
    }

    @Test
    void step2Returns() throws SQLException {
        assertEquals(1, cart.size());

        cart.clear();
    }
}
