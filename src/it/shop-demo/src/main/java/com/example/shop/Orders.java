package com.example.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What customers have ordered. */
public final class Orders {

    private final Connection connection;

    public Orders(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the pieces from stock and writes the order down, both or neither.
     *
     * @return the order's number
     * @throws IllegalStateException if there are not enough pieces
     */
    public long place(String customer, String sku, int quantity) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                WITH sold AS (
                    UPDATE product SET stock = stock - ? WHERE sku = ? AND stock >= ?
                    RETURNING sku, price_in_cents)
                INSERT INTO customer_order (customer, sku, quantity, price_in_cents)
                SELECT ?, sku, ?, price_in_cents FROM sold
                RETURNING number
                """)) {
            insert.setInt(1, quantity);
            insert.setString(2, sku);
            insert.setInt(3, quantity);
            insert.setString(4, customer);
            insert.setInt(5, quantity);
            try (ResultSet rows = insert.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Not enough in stock: " + quantity + " x " + sku);
                }
                return rows.getLong(1);
            }
        }
    }

    /** The SKU that a customer ordered last. */
    public Optional<String> latest(String customer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT sku FROM customer_order WHERE customer = ? ORDER BY number DESC LIMIT 1")) {
            select.setString(1, customer);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    public void cancel(long number) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM customer_order WHERE number = ?")) {
            delete.setLong(1, number);
            delete.executeUpdate();
        }
    }
}
