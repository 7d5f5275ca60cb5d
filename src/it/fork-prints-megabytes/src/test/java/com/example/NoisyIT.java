package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** Fills every pipe that is not emptied. */
class NoisyIT {

    private static final int MEGABYTES = 10;

    @Test
    void printsALot() {
        print(System.out);
        print(System.err);
    }

    @Test
    void printsNothing() {
        assertTrue(System.getProperty("test-hygiene.jdbc.url").startsWith("jdbc:postgresql:"));
    }

    private static void print(PrintStream stream) {
        String line = "x".repeat(1023);
        for (int i = 0; i < MEGABYTES * 1024; i++) {
            stream.println(line);
        }
    }
}
