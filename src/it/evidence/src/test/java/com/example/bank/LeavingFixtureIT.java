package com.example.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rows are the class's, and not its first test's. */
class LeavingFixtureIT {

    @BeforeAll
    static void mint() throws SQLException {
        Bank.execute("INSERT INTO currency VALUES ('CHF'), ('EUR')");
    }

    @Test
    void countsCurrencies() throws SQLException {
        assertEquals(2, Bank.number("SELECT count(*) FROM currency"));
    }

    @Test
    void findsACurrency() throws SQLException {
        assertEquals(1, Bank.number("SELECT count(*) FROM currency WHERE code = 'CHF'"));
    }
}
