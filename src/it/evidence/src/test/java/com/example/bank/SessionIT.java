package com.example.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The connections stay open as long as the JVM. */
class SessionIT {

    private static Connection inTransaction;
    private static Connection locking;

    @Test
    void leavesATransactionOpen() throws SQLException {
        inTransaction = Bank.connect();
        inTransaction.setAutoCommit(false);

        assertEquals(1, Bank.number(inTransaction, "SELECT count(*) FROM account WHERE number = 2"));
    }

    @Test
    void leavesALock() throws SQLException {
        locking = Bank.connect();

        Bank.execute(locking, "SELECT pg_advisory_lock(number) FROM account WHERE number = 3");
    }
}
