package com.example;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The orders of a shop. */
public record Orders(Connection connection) {

    public void place(long id) throws SQLException {
        execute("INSERT INTO orders VALUES (" + id + ")");
    }

    public void cancel(long id) throws SQLException {
        execute("DELETE FROM orders WHERE id = " + id);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
