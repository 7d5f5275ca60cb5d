package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OrderImportIT {

    /** Commits an order with its lines, its customer and its protocol, and leaves them all. */
    @Test
    void importsAnOrder() throws SQLException {
        Shop.execute(
                "INSERT INTO audit_log (entry) SELECT 'line ' || number FROM generate_series(1, 20) number",
                """
                WITH buyer AS (INSERT INTO customer (name) VALUES ('ada') RETURNING id)
                INSERT INTO customer_order (customer_id) SELECT id FROM buyer
                """,
                """
                INSERT INTO order_line
                SELECT id, sku FROM customer_order CROSS JOIN (VALUES ('cup'), ('teapot')) ordered (sku)
                ON CONFLICT DO NOTHING
                """);

        assertTrue(Shop.number("SELECT count(*) FROM order_line") >= 2);
    }
}
