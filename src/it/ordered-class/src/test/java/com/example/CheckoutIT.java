package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A story in steps, by JUnit's own annotation; alphabetically they would run the other way round. */
@TestMethodOrder(OrderAnnotation.class)
class CheckoutIT {

    private final Cart cart = new Cart("ada");

    @AfterAll
    static void emptiesTheCart() throws SQLException {
        new Cart("ada").clear();
    }

    @Test
    @Order(1)
    void putsACupIntoTheCart() throws SQLException {
        cart.add("cup");

        assertEquals(1, cart.size());
    }

    @Test
    @Order(2)
    void addsATeapot() throws SQLException {
        cart.add("teapot");

        assertEquals(2, cart.size());
    }
}
