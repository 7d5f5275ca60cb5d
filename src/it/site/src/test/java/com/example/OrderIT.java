package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Names that would break a page which does not escape them. */
class OrderIT {

    private static final String TABLE = "\"<script>alert('orders')</script> & ${project.name}\"";

    @Test
    @DisplayName("<script>alert('name')</script>")
    void isStored() throws SQLException {
        execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (id serial PRIMARY KEY)");
        execute("INSERT INTO " + TABLE + " DEFAULT VALUES");
    }

    @Test
    void staysOpen() throws SQLException {
        try (Connection connection = connect()) {
            assertTrue(connection.isValid(1));
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"));
    }
}
