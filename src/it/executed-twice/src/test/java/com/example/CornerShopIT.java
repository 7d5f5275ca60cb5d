package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CornerShopIT extends ShopIT {

    @Test
    void hasACorner() throws SQLException {
        assertEquals(1, Database.number("SELECT 1 WHERE pg_backend_pid() > 0"));
    }
}
