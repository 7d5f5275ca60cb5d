package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class InvoiceRollbackIT {

    /** Leaves no row, but no transaction takes back a number. */
    @Test
    void takesANumberAndRollsBack() throws SQLException {
        try (Connection connection = Shop.connect()) {
            connection.setAutoCommit(false);

            assertTrue(Shop.number(connection, "SELECT nextval('invoice_number')") > 0);

            connection.rollback();
        }
    }
}
