package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** These tests commit, and clean up. */
class ShipmentIT {

    @AfterEach
    void cleanUp() throws SQLException {
        Shop.execute("DELETE FROM shipment");
    }

    @Test
    void leavesTheHouse() throws SQLException {
        Shop.execute("INSERT INTO shipment (city) VALUES ('Bern')");

        assertEquals(1, Shop.number("SELECT count(*) FROM shipment"));
    }

    @Test
    void isSentInTwoParcels() throws SQLException {
        Shop.execute("INSERT INTO shipment (city) VALUES ('Bern'), ('Bern')");

        assertEquals(2, Shop.number("SELECT count(*) FROM shipment"));
    }
}
