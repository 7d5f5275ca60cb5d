package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class WelcomeIT {

    /** Counts on being the first, and comes after {@link SubscriptionIT} in the user's own order. */
    @Test
    void startsWithoutSubscribers() throws SQLException {
        assertEquals(0, Newsletter.subscribers());
    }
}
