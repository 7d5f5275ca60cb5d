package com.example;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class WorkingDirectoryIT {

    @Test
    void holdsTheTestClasses() {
        assertTrue(Files.exists(Path.of("target", "test-classes", "com", "example", "WorkingDirectoryIT.class")));
        assertNotNull(WorkingDirectoryIT.class.getResource("WorkingDirectoryIT.class"));
    }

    @Test
    void erreichtDieDatenbankÜberJdbc() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"))) {
            assertTrue(connection.isValid(5));
        }
    }
}
