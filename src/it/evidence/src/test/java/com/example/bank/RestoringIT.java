package com.example.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestoringIT {

    @AfterEach
    void setBack() throws SQLException {
        Bank.execute("UPDATE account SET owner = 'ada' WHERE number = 1");
    }

    /** The fixture belongs to the test, so that nothing is left. */
    @Test
    void changesAnOwner() throws SQLException {
        Bank.execute("UPDATE account SET owner = 'lovelace' WHERE number = 1");

        assertEquals(1, Bank.number("SELECT count(*) FROM account WHERE owner = 'lovelace'"));
    }
}
