package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OrderExportIT {

    /** Leaves its file. */
    @Test
    void writesAFile() throws IOException {
        Path file = Files.createDirectories(Shop.exports()).resolve("orders.csv");

        Files.writeString(file, "ada;teapot\n");

        assertEquals("ada;teapot\n", Files.readString(file));
    }
}
