package com.example.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Notes how its JVM was launched, outside of the module's folder, where nobody puts it back. */
class LaunchIT {

    private static final Path NOTES = Path.of("..", "fast-forks-notes-" + System.getProperty("notes"));

    @Test
    void notesItsArguments() throws IOException {
        String arguments = String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
        Files.writeString(
                NOTES, arguments + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void reachesItsDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        System.getProperty("test-hygiene.jdbc.url"),
                        System.getProperty("test-hygiene.jdbc.username"),
                        System.getProperty("test-hygiene.jdbc.password"));
                ResultSet row = connection.createStatement().executeQuery("SELECT count(*) FROM pg_class WHERE relname = 'none'")) {
            row.next();
            assertEquals(0, row.getInt(1));
        }
    }
}
