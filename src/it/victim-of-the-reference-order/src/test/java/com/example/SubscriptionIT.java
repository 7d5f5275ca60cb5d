package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SubscriptionIT {

    /** Leaves its row behind. */
    @Test
    void subscribes() throws SQLException {
        int before = Newsletter.subscribers();

        Newsletter.subscribe("ada");

        assertEquals(before + 1, Newsletter.subscribers());
    }

    @Test
    void unsubscribes() throws SQLException {
        Newsletter.subscribe("grace");
        int before = Newsletter.subscribers();

        Newsletter.unsubscribe("grace");

        assertEquals(before - 1, Newsletter.subscribers());
    }
}
