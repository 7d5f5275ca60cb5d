package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of its own for each test, gone with the connection. */
class BasketIT {

    private Connection connection;

    @BeforeEach
    void createBasket() throws SQLException {
        connection = Database.connect();
        execute("CREATE TEMPORARY TABLE basket (item text, pieces int)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void startsEmpty() throws SQLException {
        assertEquals(0, Database.number(connection, "SELECT count(*) FROM basket"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40})
    void countsPieces(int pieces) throws SQLException {
        execute("INSERT INTO basket VALUES ('cup', " + pieces + ")");

        assertEquals(pieces, Database.number(connection, "SELECT sum(pieces) FROM basket"));
    }

    @Test
    @Disabled("there are no vouchers yet")
    void takesAVoucher() {}

    @Nested
    class WithOneItem {

        @BeforeEach
        void addItem() throws SQLException {
            execute("INSERT INTO basket VALUES ('teapot', 1)");
        }

        @Test
        void canBeEmptied() throws SQLException {
            execute("DELETE FROM basket");

            assertEquals(0, Database.number(connection, "SELECT count(*) FROM basket"));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
