package com.example.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the shop sells, and at what price. */
public final class Catalog {

    private final Connection connection;

    public Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Adds a product; one that has the same SKU is replaced. */
    public void put(Product product, int stock) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                INSERT INTO product (sku, name, price_in_cents, stock) VALUES (?, ?, ?, ?)
                ON CONFLICT (sku) DO UPDATE
                SET name = excluded.name, price_in_cents = excluded.price_in_cents, stock = excluded.stock
                """)) {
            insert.setString(1, product.sku());
            insert.setString(2, product.name());
            insert.setInt(3, product.priceInCents());
            insert.setInt(4, stock);
            insert.executeUpdate();
        }
    }

    public void changePrice(String sku, int priceInCents) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE product SET price_in_cents = ? WHERE sku = ?")) {
            update.setInt(1, priceInCents);
            update.setString(2, sku);
            update.executeUpdate();
        }
    }

    public Optional<Product> find(String sku) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT sku, name, price_in_cents FROM product WHERE sku = ?")) {
            select.setString(1, sku);
            return read(select).stream().findFirst();
        }
    }

    public List<Product> all() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT sku, name, price_in_cents FROM product ORDER BY sku")) {
            return read(select);
        }
    }

    private static List<Product> read(PreparedStatement select) throws SQLException {
        List<Product> products = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                products.add(new Product(rows.getString(1), rows.getString(2), rows.getInt(3)));
            }
        }
        return products;
    }
}
