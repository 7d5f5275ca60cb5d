package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Nothing is wrong with this one. */
class NeighbourIT {

    @Test
    void isFine() {
        assertTrue(System.getProperty("test-hygiene.jdbc.url").startsWith("jdbc:postgresql:"));
    }
}
