package com.example.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Adds up prices in the database. */
public final class Prices {

    private final DataSource database;

    public Prices(DataSource database) {
        this.database = database;
    }

    public int sum(int one, int other) throws SQLException {
        if (one < 0 || other < 0) {
            throw new IllegalArgumentException("no price: " + Math.min(one, other));
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT ?::int + ?::int")) {
            statement.setInt(1, one);
            statement.setInt(2, other);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
