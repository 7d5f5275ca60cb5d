package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every test works in a transaction that is rolled back. */
class AddressIT {

    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = Shop.connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void isStored() throws SQLException {
        Shop.execute(connection, "INSERT INTO address (city) VALUES ('Bern')");

        assertEquals(1, Shop.number(connection, "SELECT count(*) FROM address"));
    }

    @Test
    void isCorrected() throws SQLException {
        Shop.execute(
                connection,
                "INSERT INTO address (city) VALUES ('Brn')",
                "UPDATE address SET city = 'Bern' WHERE city = 'Brn'");

        assertEquals(1, Shop.number(connection, "SELECT count(*) FROM address WHERE city = 'Bern'"));
    }

    @Test
    void needsACity() {
        assertThrows(SQLException.class, () -> Shop.execute(connection, "INSERT INTO address (city) VALUES (NULL)"));
    }
}
