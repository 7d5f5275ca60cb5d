package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ConnectionsIT {

    @Test
    void answers() throws SQLException {
        assertEquals(1, number("SELECT 1"));
    }

    @Test
    void seesTheApplication() throws SQLException {
        assertTrue(number(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND backend_type = 'client backend'
                            AND pid <> pg_backend_pid()
                        """)
                >= 1);
    }

    private static int number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        System.getProperty("test-hygiene.jdbc.url"),
                        System.getProperty("test-hygiene.jdbc.username"),
                        System.getProperty("test-hygiene.jdbc.password"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
