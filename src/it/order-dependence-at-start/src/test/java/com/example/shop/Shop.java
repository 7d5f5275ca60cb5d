package com.example.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The application's access to its database: at the first connection of a JVM it makes its schema and its base rows. */
final class Shop {

    private static boolean started;

    private Shop() {}

    static synchronized Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"));
        if (!started) {
            started = true;
            execute(
                    connection,
                    "CREATE TABLE IF NOT EXISTS product (sku text PRIMARY KEY, price_in_cents int NOT NULL,"
                            + " made_at timestamptz NOT NULL DEFAULT clock_timestamp())",
                    "CREATE TABLE IF NOT EXISTS basket (item text PRIMARY KEY)",
                    "CREATE SEQUENCE IF NOT EXISTS invoice_number",
                    "INSERT INTO product VALUES ('cup', 900), ('saucer', 500), ('teapot', 4500) ON CONFLICT DO NOTHING",
                    "INSERT INTO stock VALUES ('cup', 90), ('teapot', 7) ON CONFLICT DO NOTHING");
        }
        return connection;
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
}
