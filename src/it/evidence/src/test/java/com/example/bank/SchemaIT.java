package com.example.bank;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SchemaIT {

    @Test
    void leavesATable() throws SQLException {
        Bank.execute("CREATE TABLE leftover (id int PRIMARY KEY)");
    }

    @Test
    void dropsItsTable() throws SQLException {
        Bank.execute(
                "CREATE TABLE short_lived (id int PRIMARY KEY)",
                "INSERT INTO short_lived VALUES (1)",
                "DROP TABLE short_lived");
    }
}
