package com.example.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten tests as small as real ones: each opens a connection, does a few statements, and takes back what it committed. */
abstract class LedgerTests {

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = Fork.connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void opensAnAccount() throws SQLException {
        long id = open("ada");

        assertEquals("ada", text("SELECT name FROM account WHERE id = " + id));
    }

    @Test
    void refusesASecondAccountOfThatName() throws SQLException {
        open("grace");

        assertThrows(SQLException.class, () -> open("grace"));
    }

    @Test
    void refusesAnEntryOfNothing() throws SQLException {
        long id = open("linus");

        assertThrows(SQLException.class, () -> book(id, 0));
    }

    @Test
    void sumsUpAnAccount() throws SQLException {
        long id = open("barbara");
        for (int cents = 1; cents <= 20; cents++) {
            book(id, cents);
        }

        assertEquals(210, number("SELECT sum(cents) FROM entry WHERE account_id = " + id));
    }

    @Test
    void booksManyEntriesAtOnce() throws SQLException {
        long id = open("donald");
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO entry (account_id, cents, text) VALUES (?, ?, ?)")) {
            for (int i = 1; i <= 500; i++) {
                insert.setLong(1, id);
                insert.setInt(2, i);
                insert.setString(3, "entry " + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }

        assertEquals(500, number("SELECT count(*) FROM entry WHERE account_id = " + id));
    }

    @Test
    void movesMoney() throws SQLException {
        long from = open("edsger");
        long to = open("tony");
        book(from, -500);
        book(to, 500);

        assertEquals(0, number("SELECT sum(cents) FROM entry WHERE account_id IN (" + from + ", " + to + ")"));
    }

    @Test
    void ranksAccounts() throws SQLException {
        String richest = text("""
                SELECT a.name FROM account a JOIN entry e ON e.account_id = a.id JOIN entry f ON f.account_id = a.id
                 WHERE a.id <= 10 GROUP BY a.name ORDER BY sum(e.cents::bigint * f.cents) DESC, a.name LIMIT 1""");

        assertEquals("account 1", richest);
    }

    @Test
    void readsTheWholeLedger() throws SQLException {
        int rows = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, account_id, cents, text FROM entry ORDER BY id")) {
            while (row.next()) {
                rows += row.getString("text").isEmpty() ? 0 : 1;
            }
        }

        assertTrue(rows >= 10_000);
    }

    @Test
    void commitsAndTakesBack() throws SQLException {
        long id = open("radia");
        book(id, 100);
        connection.commit();

        assertEquals(100, number("SELECT sum(cents) FROM entry WHERE account_id = " + id));

        execute("DELETE FROM account WHERE id = " + id);
        connection.commit();
    }

    @Test
    void addsAColumn() throws SQLException {
        execute("ALTER TABLE account ADD COLUMN owner text DEFAULT 'nobody'");

        assertEquals("nobody", text("SELECT owner FROM account LIMIT 1"));
    }

    private long open(String name) throws SQLException {
        return number("INSERT INTO account (name) VALUES ('" + name + "') RETURNING id");
    }

    private void book(long account, int cents) throws SQLException {
        execute("INSERT INTO entry (account_id, cents, text) VALUES (" + account + ", " + cents + ", 'by hand')");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }
}
