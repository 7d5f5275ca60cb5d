package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No test creates a table: the migrations did, before the first one. */
class CountryIT {

    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"));
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void areTheMigratedOnes() throws SQLException {
        assertEquals("CH,IS", codes());
    }

    @Test
    void canBeAdded() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO country VALUES ('FI', 'Finland')");
        }

        assertEquals("CH,FI,IS", codes());
    }

    private String codes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT string_agg(code, ',' ORDER BY code) FROM country")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
