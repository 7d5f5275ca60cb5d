package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExportIT {

    /** Seeded defect: leaves a file outside the build directory. */
    @Test
    void writesAnExport() throws IOException {
        Path file = Path.of("exports").resolve(System.getProperty("export"));
        Files.createDirectories(file.getParent());

        Files.writeString(file, "ada;teapot\n");

        assertTrue(Files.exists(file));
    }

    /** Leaves a file in the build directory. */
    @Test
    void writesACache() throws IOException {
        Path file = Path.of("build", "cache", System.getProperty("export"));
        Files.createDirectories(file.getParent());

        Files.writeString(file, "5");

        assertTrue(Files.exists(file));
    }
}
