package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs while nothing else does. */
@Isolated
class AfterwardsIT {

    @Test
    void writes() throws SQLException {
        Database.execute("INSERT INTO entry VALUES ('afterwards')");
    }

    @Test
    void counts() throws SQLException {
        assertTrue(Database.number("SELECT count(*) FROM entry") >= 0);
    }
}
