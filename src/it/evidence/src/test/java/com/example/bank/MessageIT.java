package com.example.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageIT {

    @AfterEach
    void deleteAll() throws SQLException {
        Bank.execute("DELETE FROM message");
    }

    /** Believes the driver. */
    @Test
    void trustsTheReturnValue() throws SQLException {
        try (Connection connection = Bank.connect();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("INSERT INTO message VALUES (1, 'hello')"));
        }
    }

    @Test
    void readsBack() throws SQLException {
        Bank.execute("INSERT INTO message VALUES (2, 'hello')");

        assertEquals(1, Bank.number("SELECT count(*) FROM message WHERE id = 2"));
    }
}
