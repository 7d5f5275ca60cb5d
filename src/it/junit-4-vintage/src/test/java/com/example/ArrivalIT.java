package com.example;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import org.junit.Test;

public class ArrivalIT {

    @Test
    public void signs() throws SQLException {
        GuestBook.sign("ada");

        assertTrue(GuestBook.hasSigned("ada"));
    }

    @Test
    public void knowsNoStranger() throws SQLException {
        assertFalse(GuestBook.hasSigned("nobody"));
    }
}
