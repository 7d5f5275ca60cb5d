package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvoiceNumberIT {

    @AfterEach
    void setTheNumberBack() throws SQLException {
        Shop.execute("ALTER SEQUENCE invoice_number RESTART");
    }

    /** Seeded defect, a victim of a sequence: it cleans up after itself, but not before. */
    @Test
    void startsAtOne() throws SQLException {
        assertEquals(1, Shop.number("SELECT nextval('invoice_number')"));
    }
}
