package com.example;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class NoDatabaseIT {

    @Test
    void isProvided() {
        assertNull(System.getProperty("test-hygiene.jdbc.url"));
    }
}
