package com.example;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ServerIT {

    /** The sleep stands for a query without an index. */
    @Test
    void searches() throws SQLException {
        Database.execute("SELECT count(*), pg_sleep(0.3) FROM archive");
    }
}
