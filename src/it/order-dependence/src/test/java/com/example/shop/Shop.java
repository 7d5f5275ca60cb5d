package com.example.shop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database that the plugin provides, and folders. */
final class Shop {

    private Shop() {}

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"));
    }

    /** Executes statements on a connection of their own, each committed. */
    static void execute(String... statements) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, statements);
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static long number(String query) throws SQLException {
        try (Connection connection = connect()) {
            return number(connection, query);
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static List<String> texts(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** What a product costs in the database. */
    static int price(String sku) {
        try {
            return (int) number("SELECT price_in_cents FROM product WHERE sku = '" + sku + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where orders are exported to, and imported from. */
    static Path exports() {
        return Path.of("exports");
    }

    /** The lock of a backup that is under way. */
    static Path backupLock() {
        return Path.of(System.getProperty("java.io.tmpdir"), "shop-backup.lock");
    }
}
