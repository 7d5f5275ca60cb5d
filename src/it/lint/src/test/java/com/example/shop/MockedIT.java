package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An integration test with nothing to integrate. */
class MockedIT {

    @Test
    void tellsOfALostConnection() throws SQLException {
        DataSource database = mock(DataSource.class);
        when(database.getConnection()).thenThrow(new SQLException("gone"));
        assertThrows(SQLException.class, () -> new Prices(database).sum(1, 2));
    }
}
