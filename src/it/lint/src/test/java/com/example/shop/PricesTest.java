package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A unit test, which may do what it likes. */
class PricesTest {

    @Test
    void refusesANegativePrice() throws Exception {
        Pauses.forUnitTestsAlone();
        DataSource database = mock(DataSource.class);
        assertThrows(IllegalArgumentException.class, () -> new Prices(database).sum(-1, 2));
    }
}
