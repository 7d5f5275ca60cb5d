package com.example;

import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.Test;

public class ConnectionIT {

    @Test
    public void isValid() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                System.getProperty("db.url"),
                System.getProperty("db.username"),
                System.getProperty("db.password"))) {
            assertTrue(connection.isValid(5));
        }
    }
}
