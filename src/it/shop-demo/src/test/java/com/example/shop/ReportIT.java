package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every test has a customer of its own, in a transaction that is rolled back. */
class ReportIT {

    private Connection connection;
    private Orders orders;
    private SalesReport report;

    @BeforeEach
    void begin() throws SQLException {
        connection = ShopDatabase.connect();
        connection.setAutoCommit(false);
        orders = new Orders(connection);
        report = new SalesReport(connection);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void sumsUpWhatACustomerSpent() throws SQLException {
        orders.place("barbara", "cup", 2);
        orders.place("barbara", "saucer", 2);

        assertEquals(2_800, report.revenue("barbara"));
    }

    @Test
    void saysZeroForAStranger() throws SQLException {
        assertEquals(0, report.revenue("nobody"));
        assertEquals(Map.of(), report.favourites("nobody"));
    }

    @Test
    void ranksTheFavourites() throws SQLException {
        orders.place("edsger", "saucer", 1);
        orders.place("edsger", "cup", 3);

        assertEquals(List.of("cup", "saucer"), List.copyOf(report.favourites("edsger").keySet()));
    }

    /** Seeded defect, slow: what it waits for happens in PostgreSQL. */
    @Test
    void searchesTheWholeArchive() throws SQLException {
        orders.place("donald", "teapot", 1);

        assertEquals(Map.of("teapot", 1), report.favouritesOfAllTime("donald"));
    }
}
