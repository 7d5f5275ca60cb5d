package com.example.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test begins with a new table of the same name, so that rows of the one before are gone. */
class RecreatedIT {

    @BeforeEach
    void create() throws SQLException {
        Bank.execute("DROP TABLE IF EXISTS draft", "CREATE TABLE draft (id int PRIMARY KEY)");
    }

    @Test
    void writesOne() throws SQLException {
        Bank.execute("INSERT INTO draft VALUES (1)");

        assertEquals(1, Bank.number("SELECT count(*) FROM draft"));
    }

    @Test
    void writesTwo() throws SQLException {
        Bank.execute("INSERT INTO draft VALUES (2), (3)");

        assertEquals(2, Bank.number("SELECT count(*) FROM draft"));
    }
}
