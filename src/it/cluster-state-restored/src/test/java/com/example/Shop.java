package com.example;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

final class Shop {

    private Shop() {}

    static void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        System.getProperty("test-hygiene.jdbc.url"),
                        System.getProperty("test-hygiene.jdbc.username"),
                        System.getProperty("test-hygiene.jdbc.password"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
