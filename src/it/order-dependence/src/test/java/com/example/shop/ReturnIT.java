package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Puts files and settings away again. */
class ReturnIT {

    @TempDir
    private Path folder;

    @Test
    void writesALabel() throws IOException {
        Path label = Files.writeString(folder.resolve("label.txt"), "Shop, Bern");

        assertEquals(List.of("Shop, Bern"), Files.readAllLines(label));
    }

    @Test
    void givesTheMoneyBack() {
        System.setProperty("shop.return", "open");
        try {
            assertEquals("open", System.getProperty("shop.return"));
        } finally {
            System.clearProperty("shop.return");
        }
        assertFalse(System.getProperties().containsKey("shop.return"));
    }
}
