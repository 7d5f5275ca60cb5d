package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class NewsletterIT {

    /** Leaves its subscriber. */
    @Test
    void subscribesAda() throws SQLException {
        Shop.execute("INSERT INTO subscriber VALUES ('ada') ON CONFLICT DO NOTHING");

        assertEquals(1, Shop.number("SELECT count(*) FROM subscriber WHERE name = 'ada'"));
    }
}
