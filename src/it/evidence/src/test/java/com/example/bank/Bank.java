package com.example.bank;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database that the plugin provides. */
final class Bank {

    private Bank() {}

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
}
