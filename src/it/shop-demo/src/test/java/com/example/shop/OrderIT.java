package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** These tests commit, as the shop does. */
class OrderIT {

    private Connection connection;
    private Orders orders;

    @BeforeEach
    void connect() throws SQLException {
        connection = ShopDatabase.connect();
        orders = new Orders(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void placesAnOrder() throws SQLException {
        orders.place("ada", "teapot", 1);

        assertEquals(Optional.of("teapot"), orders.latest("ada"));
    }

    /** Seeded defect, brittle: the order that it looks for is the one that {@link #placesAnOrder()} leaves behind. */
    @Test
    void showsTheLatestOrder() throws SQLException {
        assertEquals(Optional.of("teapot"), orders.latest("ada"));
    }

    /** Takes its order back, but forgets the product: that is what {@code CatalogIT.listsTheAssortment} trips over. */
    @Test
    void ordersANewProduct() throws SQLException {
        new Catalog(connection).put(new Product("kettle", "Kettle", 3900), 5);

        long number = orders.place("grace", "kettle", 2);

        assertEquals(Optional.of("kettle"), orders.latest("grace"));
        orders.cancel(number);
    }

    @Test
    void refusesToSellMoreThanIsInStock() throws SQLException {
        assertThrows(IllegalStateException.class, () -> orders.place("linus", "cup", 1_000));

        assertEquals(Optional.empty(), orders.latest("linus"));
    }
}
