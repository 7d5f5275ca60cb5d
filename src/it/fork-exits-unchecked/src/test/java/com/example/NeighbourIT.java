package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Nothing is wrong with these. */
class NeighbourIT {

    @Test
    void knowsTheDatabase() {
        assertTrue(System.getProperty("test-hygiene.jdbc.url").startsWith("jdbc:postgresql:"));
    }

    @Test
    void knowsTheUser() {
        assertTrue(System.getProperty("test-hygiene.jdbc.username").length() > 0);
    }
}
