package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Has nothing to do with orders. */
class CustomerIT {

    @Test
    void registers() throws SQLException {
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO customer VALUES ('Emma')");
            assertEquals(1, Database.count("customer"));
            statement.execute("DELETE FROM customer");
        }
    }
}
