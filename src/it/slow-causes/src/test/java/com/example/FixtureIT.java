package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fixture takes the time, and not the test. */
class FixtureIT {

    @BeforeEach
    void importData() throws SQLException {
        Database.execute("SELECT count(*), pg_sleep(0.2) FROM archive");
    }

    @Test
    void isQuickItself() throws SQLException {
        assertEquals(1, Database.number("SELECT 1 WHERE pg_backend_pid() > 0"));
    }
}
