package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that may stand anywhere. */
class CartIT {

    private final Cart cart = new Cart("grace");

    @AfterEach
    void clear() throws SQLException {
        cart.clear();
    }

    @Test
    void startsEmpty() throws SQLException {
        assertEquals(0, cart.size());
    }

    @Test
    void takesTwoOfAKind() throws SQLException {
        cart.add("cup");
        cart.add("cup");

        assertEquals(2, cart.size());
    }
}
