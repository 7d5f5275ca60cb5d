package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class WelcomeIT {

    /** Seeded defect, a victim of the user's own order: it comes after {@link NewsletterIT} there, and fails. */
    @Test
    void startsWithoutSubscribers() throws SQLException {
        assertEquals(0, Shop.number("SELECT count(*) FROM subscriber"));
    }
}
