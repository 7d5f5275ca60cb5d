package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogIT {

    /** A state-setter: it loads what {@link SearchIT} searches. */
    @Test
    void loadsTheSearchIndex() throws SQLException {
        SearchIndex.load(Shop.texts("SELECT sku FROM product ORDER BY sku"));

        assertEquals(List.of("cup"), SearchIndex.find("c"));
    }

    @Test
    void listsTheProducts() throws SQLException {
        assertEquals(List.of("cup", "saucer", "teapot"), Shop.texts("SELECT sku FROM product ORDER BY sku"));
    }
}
