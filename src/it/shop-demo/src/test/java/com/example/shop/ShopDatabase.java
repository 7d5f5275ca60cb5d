package com.example.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The database that the plugin provides, with the shop's tables and the products that every shop starts with. */
final class ShopDatabase {

    private static boolean prepared;

    private ShopDatabase() {}

    /** Opens a connection; the first one in a JVM creates what is missing. */
    static synchronized Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"));
        if (!prepared) {
            prepare(connection);
            prepared = true;
        }
        return connection;
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE IF NOT EXISTS product (
                        sku text PRIMARY KEY,
                        name text NOT NULL,
                        price_in_cents int NOT NULL CHECK (price_in_cents > 0),
                        stock int NOT NULL CHECK (stock >= 0));
                    CREATE TABLE IF NOT EXISTS customer_order (
                        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        customer text NOT NULL,
                        sku text NOT NULL REFERENCES product,
                        quantity int NOT NULL CHECK (quantity > 0),
                        price_in_cents int NOT NULL);
                    INSERT INTO product VALUES
                        ('cup', 'Cup', 900, 40), ('saucer', 'Saucer', 500, 40), ('teapot', 'Teapot', 4500, 40)
                        ON CONFLICT DO NOTHING;
                    """);
        }
    }
}
