package com.example.shop;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

public class LedgerJdbcIT {

    private static Connection shared;
    private Connection connection;
    private final List<Integer> accounts = new ArrayList<>();

    @BeforeClass
    public static void connect() throws SQLException {
        String url = System.getProperty("test-hygiene.jdbc.url", "jdbc:postgresql://localhost/ledger");
        shared = DriverManager.getConnection(url, "ledger", "ledger");
    }

    @AfterClass
    public static void disconnect() throws SQLException {
        if (shared != null) {
            shared.close();
        }
    }

    @Before
    public void open() throws SQLException {
        connection = shared;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO account (name) VALUES ('cash'), ('bank')");
            try (ResultSet keys = statement.executeQuery("SELECT id FROM account ORDER BY id")) {
                while (keys.next()) {
                    accounts.add(keys.getInt(1));
                }
            }
        }
    }

    @After
    public void rollBack() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private void book(int account, long cents, String text) throws SQLException {
        String sql = "INSERT INTO entry (account, cents, text) VALUES (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, account);
            statement.setLong(2, cents);
            statement.setString(3, text);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private long balance(int account) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT coalesce(sum(cents), 0) FROM entry WHERE account = ?")) {
            statement.setInt(1, account);
            try (ResultSet result = statement.executeQuery()) {
                assertTrue(result.next());
                return result.getLong(1);
            }
        }
    }

    @Test
    public void sumsUp() throws SQLException {
        for (int i = 1; i <= 10; i++) {
            book(accounts.get(0), i * 100L, "entry " + i);
        }
        assertEquals(5_500, balance(accounts.get(0)));
        assertEquals(0, balance(accounts.get(1)));
    }

    @Test
    public void refusesUnknownAccounts() {
        try {
            book(-1, 100, "nowhere");
            fail("there is no account -1");
        } catch (SQLException expected) {
            assertEquals("23503", expected.getSQLState());
        }
    }

    @Test(expected = SQLException.class)
    public void refusesTextsThatAreTooLong() throws SQLException {
        book(accounts.get(0), 1, "x".repeat(10_000));
    }

    @Test(timeout = 10_000)
    public void exports() throws SQLException, IOException {
        book(accounts.get(1), 4_200, "an entry");
        File file = File.createTempFile("ledger", ".csv");
        try (FileWriter writer = new FileWriter(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT cents, text FROM entry")) {
            while (rows.next()) {
                writer.write(rows.getLong("cents") + ";" + rows.getString("text") + System.lineSeparator());
            }
        }
        assertNotNull(file.getParentFile());
        assertTrue(file.length() > 0);
        assertTrue(file.delete());
    }
}
