package com.example.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Only connects: where the start of a server is measured. */
class ConnectIT {

    @Test
    void connects() throws SQLException {
        try (Connection connection = Fork.connect()) {
            assertTrue(connection.isValid(1));
        }
    }
}
