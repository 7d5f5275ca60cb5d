package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ClientIT {

    /** Waits for a fixed time, as tests should not. */
    @Test
    void waitsForTheMail() throws SQLException, InterruptedException {
        Thread.sleep(300);

        assertEquals(1, Database.number("SELECT 1 WHERE pg_backend_pid() > 0"));
    }
}
