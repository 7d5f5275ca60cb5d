package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executed once, with three parameters. */
class KioskIT {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void sells(int papers) throws SQLException {
        assertEquals(papers, Database.number("SELECT " + papers));
    }
}
