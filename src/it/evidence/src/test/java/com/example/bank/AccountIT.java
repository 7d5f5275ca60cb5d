package com.example.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a test commits and does not take back is left, and nothing else. */
class AccountIT {

    @Test
    void audits() throws SQLException {
        Bank.execute(
                "INSERT INTO account_audit VALUES (1, 'ada', 'the password of ada')",
                "INSERT INTO account_audit VALUES (2, 'grace', NULL)",
                "INSERT INTO account_audit VALUES (3, 'barbara', 'another')");
    }

    @Test
    void takesAnAccountBack() throws SQLException {
        Bank.execute("INSERT INTO account VALUES (10, 'edsger')", "DELETE FROM account WHERE number = 10");
    }

    /** Only the sequence remembers. */
    @Test
    void rollsATicketBack() throws SQLException {
        try (Connection connection = Bank.connect()) {
            connection.setAutoCommit(false);
            Bank.execute(
                    connection,
                    "INSERT INTO ticket (subject) VALUES ('lost card')",
                    "INSERT INTO ticket (subject) VALUES ('lost money')");
            assertEquals(2, Bank.number(connection, "SELECT count(*) FROM ticket"));
            connection.rollback();
        }
    }

    @Test
    void raisesALimit() throws SQLException {
        Bank.execute("UPDATE limits SET cents = 500 WHERE number = 2");
    }

    @Test
    void closesAnAccount() throws SQLException {
        Bank.execute("DELETE FROM closed_account WHERE number = 7");
    }

    @Test
    void emptiesTheBasket() throws SQLException {
        Bank.execute("TRUNCATE basket");
    }

    /** Allowed to grow: see the POM. */
    @Test
    void sendsAMessage() throws SQLException {
        Bank.execute("INSERT INTO outbox VALUES (1)");
    }
}
