package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LedgerIT {

    @Test
    void books() throws SQLException {
        Database.execute("INSERT INTO ledger VALUES (1, 100)");
    }

    @Test
    void sums() throws SQLException {
        assertTrue(Database.number("SELECT coalesce(sum(cents), 0) FROM ledger") >= 0);
    }

    @Test
    void computes() {
        assertTrue(2 + 2 == 4);
    }
}
