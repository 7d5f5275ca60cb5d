package com.example;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Needs to write, and nothing else. */
class AccountIT {

    @Test
    void isOpened() throws SQLException {
        Shop.execute("CREATE TABLE account (id int PRIMARY KEY)", "DROP TABLE account");
    }
}
