package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OrderIT {

    /** Tidy, as long as the class that it tests is. */
    @Test
    void placesAnOrder() throws SQLException {
        try (Connection connection = Database.connect()) {
            Orders orders = new Orders(connection);
            int before = Database.count("orders");
            long id = System.nanoTime();
            orders.place(id);
            assertEquals(before + 1, Database.count("orders"));
            orders.cancel(id);
        }
    }
}
