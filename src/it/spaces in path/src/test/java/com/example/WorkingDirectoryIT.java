package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class WorkingDirectoryIT {

    @Test
    void hasSpacesInItsName() {
        assertTrue(Path.of("").toAbsolutePath().endsWith("spaces in path"));
    }

    @Test
    void holdsTheTestClasses() throws URISyntaxException {
        Path classes = Path.of(WorkingDirectoryIT.class.getResource("WorkingDirectoryIT.class").toURI());

        assertTrue(classes.startsWith(Path.of("").toAbsolutePath()));
        assertTrue(Files.exists(classes));
    }

    @Test
    void reachesTheDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"))) {
            assertTrue(connection.isValid(5));
        }
    }
}
