package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every test works in a transaction that is rolled back. */
class CatalogIT {

    private Connection connection;
    private Catalog catalog;

    @BeforeEach
    void begin() throws SQLException {
        connection = ShopDatabase.connect();
        connection.setAutoCommit(false);
        catalog = new Catalog(connection);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** Seeded defect, a victim: it counts on nobody having added a product. */
    @Test
    void listsTheAssortment() throws SQLException {
        List<String> skus = catalog.all().stream().map(Product::sku).toList();

        assertEquals(List.of("cup", "saucer", "teapot"), skus);
    }

    @Test
    void findsAProductByItsSku() throws SQLException {
        assertEquals(Optional.of(new Product("cup", "Cup", 900)), catalog.find("cup"));
        assertEquals(Optional.empty(), catalog.find("no-such-thing"));
    }

    @Test
    void changesAPrice() throws SQLException {
        catalog.changePrice("saucer", 550);

        assertEquals(Optional.of(550), catalog.find("saucer").map(Product::priceInCents));
    }

    @Test
    void refusesANegativePrice() {
        assertThrows(SQLException.class, () -> catalog.put(new Product("spoon", "Spoon", -1), 10));
    }
}
