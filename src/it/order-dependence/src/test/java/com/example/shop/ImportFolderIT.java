package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ImportFolderIT {

    /** Seeded defect, a victim of a file in the working folder. */
    @Test
    void waitsForAFile() {
        assertFalse(Files.exists(Shop.exports().resolve("orders.csv")));
    }
}
