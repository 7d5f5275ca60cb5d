package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LibraryIT {

    /** Seeded defect, a victim of a shop that leaves its book behind. */
    @Test
    void startsEmpty() throws SQLException {
        assertEquals(0, Books.count());
    }

    /** Seeded defect that nobody mends. */
    @Test
    void waits() throws SQLException, InterruptedException {
        Thread.sleep(20);
        assertEquals(0, Books.count() % 1);
    }
}
