package com.example;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A customer's cart, in the database. */
final class Cart {

    private final String customer;

    Cart(String customer) {
        this.customer = customer;
    }

    void add(String item) throws SQLException {
        execute("INSERT INTO cart VALUES ('" + customer + "', '" + item + "')");
    }

    void clear() throws SQLException {
        execute("DELETE FROM cart WHERE customer = '" + customer + "'");
    }

    int size() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM cart WHERE customer = '" + customer + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS cart (customer text, item text)");
        }
        return connection;
    }
}
