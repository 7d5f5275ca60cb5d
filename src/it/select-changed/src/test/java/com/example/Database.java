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

    static int count(String table) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
