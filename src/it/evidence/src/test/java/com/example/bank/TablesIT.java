package com.example.bank;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** All kinds of tables. */
class TablesIT {

    @Test
    void withoutKey() throws SQLException {
        Bank.execute("INSERT INTO word VALUES ('new'), ('newer')", "DELETE FROM word WHERE word = 'old'");
    }

    @Test
    void withAStrangeName() throws SQLException {
        Bank.execute("INSERT INTO \"Kunden für \"\"heute\"\"\" VALUES (190)");
    }

    @Test
    void inPartitions() throws SQLException {
        Bank.execute("INSERT INTO measurement VALUES ('2025-05-05', 1), ('2026-06-06', 2), ('2026-07-07', 3)");
    }

    @Test
    void unlogged() throws SQLException {
        Bank.execute("INSERT INTO scratch VALUES (1), (2)");
    }
}
