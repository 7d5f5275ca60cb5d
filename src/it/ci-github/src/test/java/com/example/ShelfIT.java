package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ShelfIT {

    @Test
    void takesABook() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS shelf (title text)");
            statement.execute("INSERT INTO shelf VALUES ('::error file=forged,line=1::no command')");
            try (ResultSet row = statement.executeQuery("SELECT count(*) > 0 FROM shelf")) {
                row.next();
                assertEquals(true, row.getBoolean(1));
            }
        }
    }

    @Test
    void checksNothing() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT 1").close();
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"));
    }
}
