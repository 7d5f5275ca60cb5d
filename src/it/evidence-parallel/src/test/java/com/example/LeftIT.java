package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LeftIT {

    @Test
    void writes() throws SQLException {
        Meeting.begin();
        Database.execute("INSERT INTO entry VALUES ('left')");
        Meeting.end();
    }

    @Test
    void asksNothing() {
        Meeting.begin();
        assertEquals(4, 2 + 2);
        Meeting.end();
    }
}
