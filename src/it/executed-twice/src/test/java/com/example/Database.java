package com.example;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database that the plugin provides. */
final class Database {

    private Database() {}

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"));
    }

    static void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
