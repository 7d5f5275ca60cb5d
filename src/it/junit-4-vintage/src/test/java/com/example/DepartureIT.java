package com.example;

import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import org.junit.Test;

public class DepartureIT {

    /** Needs what {@link ArrivalIT#signs()} leaves behind. */
    @Test
    public void remembersTheGuest() throws SQLException {
        assertTrue(GuestBook.hasSigned("ada"));
    }
}
