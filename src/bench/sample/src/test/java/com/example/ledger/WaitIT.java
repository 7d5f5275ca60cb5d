package com.example.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Tests that wait for the database most of their time. */
class WaitIT {

    @Test
    void waitsForTheFirstReport() throws SQLException {
        assertEquals(1, waitedFor(1));
    }

    @Test
    void waitsForTheSecondReport() throws SQLException {
        assertEquals(2, waitedFor(2));
    }

    @Test
    void waitsForTheThirdReport() throws SQLException {
        assertEquals(3, waitedFor(3));
    }

    @Test
    void waitsForTheFourthReport() throws SQLException {
        assertEquals(4, waitedFor(4));
    }

    @Test
    void waitsForTheFifthReport() throws SQLException {
        assertEquals(5, waitedFor(5));
    }

    @Test
    void waitsForTheSixthReport() throws SQLException {
        assertEquals(6, waitedFor(6));
    }

    @Test
    void waitsForTheSeventhReport() throws SQLException {
        assertEquals(7, waitedFor(7));
    }

    @Test
    void waitsForTheEighthReport() throws SQLException {
        assertEquals(8, waitedFor(8));
    }

    private static int waitedFor(int number) throws SQLException {
        try (Connection connection = Fork.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + number + " FROM pg_sleep(0.5)")) {
            row.next();
            return row.getInt(1);
        }
    }
}
