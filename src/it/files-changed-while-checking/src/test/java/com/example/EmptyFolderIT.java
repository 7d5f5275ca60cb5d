package com.example;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmptyFolderIT {

    /** Seeded defect, a victim of {@link ExportIT} through a file outside the build directory. */
    @Test
    void findsNoExport() {
        assertFalse(Files.exists(Path.of(System.getProperty("module"), "exports", System.getProperty("export"))));
    }
}
