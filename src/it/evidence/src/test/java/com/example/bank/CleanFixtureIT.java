package com.example.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The class takes its rows back. */
class CleanFixtureIT {

    @BeforeAll
    static void open() throws SQLException {
        Bank.execute("INSERT INTO branch VALUES ('Main Street'), ('Old Town')");
    }

    @AfterAll
    static void close() throws SQLException {
        Bank.execute("DELETE FROM branch");
    }

    @Test
    void countsBranches() throws SQLException {
        assertEquals(2, Bank.number("SELECT count(*) FROM branch"));
    }

    @Test
    void findsABranch() throws SQLException {
        assertEquals(1, Bank.number("SELECT count(*) FROM branch WHERE name = 'Old Town'"));
    }
}
