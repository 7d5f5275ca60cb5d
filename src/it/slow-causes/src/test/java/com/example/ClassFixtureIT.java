package com.example;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClassFixtureIT {

    @BeforeAll
    static void importData() throws SQLException {
        Database.execute("SELECT count(*), pg_sleep(0.5) FROM archive");
    }

    @Test
    void searches() throws SQLException {
        Database.execute("SELECT count(*), pg_sleep(0.1) FROM archive");
    }
}
