package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RoomIT {

    @Test
    void fillsTheDisk() throws IOException {
        boolean reRun = System.getProperty("java.io.tmpdir").contains("test-hygiene-build");
        if (System.getProperty("room.filledBy").equals(reRun ? "re-run" : "run")) {
            Path folder = Path.of("target", "test-hygiene");
            FileStore disk = Files.getFileStore(folder);
            try (OutputStream file = Files.newOutputStream(folder.resolve("filler"))) {
                while (disk.getUsableSpace() > 0) {
                    file.write(new byte[4096]);
                }
            }
        }
    }

    @Test
    void needsRoom() throws IOException {
        Path file = Files.createTempFile("room", null);
        Files.write(file, new byte[100_000]);
        Files.delete(file);
    }

    @Test
    void usesTheDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"))) {
            assertTrue(connection.isValid(5));
        }
    }
}
