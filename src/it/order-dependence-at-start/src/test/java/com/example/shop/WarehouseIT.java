package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class WarehouseIT {

    /** Seeded defect: it trusts the number of rows, and does not look how many cups are left. */
    @Test
    void sellsACup() throws SQLException {
        try (Connection connection = Shop.connect();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE stock SET pieces = pieces - 1 WHERE sku = 'cup'"));
        }
    }
}
