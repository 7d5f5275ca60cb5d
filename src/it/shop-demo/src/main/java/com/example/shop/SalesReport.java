package com.example.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures for the shop's owner. */
public final class SalesReport {

    private final Connection connection;

    public SalesReport(Connection connection) {
        this.connection = connection;
    }

    /** What a customer has spent, in cents. */
    public long revenue(String customer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT coalesce(sum(quantity * price_in_cents), 0) FROM customer_order WHERE customer = ?")) {
            select.setString(1, customer);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** The products that a customer has ordered, most pieces first, with the number of pieces. */
    public Map<String, Integer> favourites(String customer) throws SQLException {
        return pieces(
                """
                SELECT sku, sum(quantity) FROM customer_order WHERE customer = ?
                GROUP BY sku ORDER BY 2 DESC, 1
                """,
                customer);
    }

    /** The same over the whole archive, which takes its time: the sleep stands for a query without an index. */
    public Map<String, Integer> favouritesOfAllTime(String customer) throws SQLException {
        return pieces(
                """
                WITH archive AS MATERIALIZED (SELECT pg_sleep(0.7))
                SELECT sku, sum(quantity) FROM customer_order, archive WHERE customer = ?
                GROUP BY sku ORDER BY 2 DESC, 1
                """,
                customer);
    }

    private Map<String, Integer> pieces(String sql, String customer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, customer);
            Map<String, Integer> pieces = new LinkedHashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    pieces.put(rows.getString(1), rows.getInt(2));
                }
            }
            return pieces;
        }
    }
}
