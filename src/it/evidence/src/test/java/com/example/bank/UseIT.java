package com.example.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class UseIT {

    /** A unit test that has lost its way. */
    @Test
    void computes() {
        assertEquals(4, 2 + 2);
    }

    /** One query too often. */
    @Test
    void asksThirtyTimes() throws SQLException {
        try (Connection connection = Bank.connect();
                PreparedStatement select = connection.prepareStatement("SELECT owner FROM account WHERE number = ?")) {
            for (int number = 1; number <= 30; number++) {
                select.setInt(1, number);
                try (ResultSet rows = select.executeQuery()) {
                    assertEquals(number <= 3, rows.next());
                }
            }
        }
    }

    /** No pool. */
    @Test
    void connectsTwelveTimes() throws SQLException {
        for (int i = 0; i < 12; i++) {
            assertEquals(1, Bank.number("SELECT count(*) FROM account WHERE number = 2"));
        }
    }
}
