package com.example.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

final class Fixtures {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Fixtures() {}

    static OrderBuilder anOrder() {
        return new OrderBuilder();
    }

    static String aCustomer() {
        return "customer-" + NUMBERS.incrementAndGet();
    }

    static List<Map<String, Object>> query(DataSource database, String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask: " + sql, e);
        }
    }

    static final class OrderBuilder {

        private String customer = aCustomer();
        private LocalDate placed = LocalDate.of(2024, 1, 1);
        private final List<Consumer<Order>> steps = new ArrayList<>();

        OrderBuilder of(String name) {
            this.customer = name;
            return this;
        }

        OrderBuilder on(int year, int month, int day) {
            this.placed = LocalDate.of(year, month, day);
            return this;
        }

        OrderBuilder with(String article, int quantity, String price) {
            steps.add(order -> order.add(article, quantity, new BigDecimal(price)));
            return this;
        }

        OrderBuilder paid() {
            steps.add(order -> order.pay(order.total()));
            return this;
        }

        Order build() {
            Order order = new Order(customer, placed);
            steps.forEach(step -> step.accept(order));
            return order;
        }
    }
}
