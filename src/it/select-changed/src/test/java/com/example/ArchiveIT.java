package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Does not know the class that changes. */
class ArchiveIT {

    /** Fails after a test that leaves an order behind. */
    @Test
    void startsWithoutOrders() throws SQLException {
        assertEquals(0, Database.count("orders"));
    }
}
