package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Extended by {@link CornerShopIT}, and a test class itself. */
class ShopIT {

    @Nested
    class WhenOpen {

        @Test
        void sells() throws SQLException {
            assertEquals(1, Database.number("SELECT 1 WHERE pg_backend_pid() > 0"));
        }

        @Test
        void takesBack() throws SQLException {
            assertEquals(1, Database.number("SELECT 1 WHERE pg_backend_pid() > 0"));
        }
    }
}
