package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ShopIT {

    /** Seeded defect, rows left behind, until somebody asks for tidiness. */
    @Test
    void addsABook() throws SQLException {
        int before = Books.count();
        Books.execute("INSERT INTO book VALUES ('Emma') ON CONFLICT DO NOTHING");
        assertEquals(1, Math.max(before, Books.count()));
        if (Boolean.getBoolean("shop.tidy")) {
            Books.execute("DELETE FROM book");
        }
    }
}
