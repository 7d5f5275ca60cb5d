package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TraceIT {

    /** Writes down where the server's files are, so that verify.groovy can look whether they are gone. */
    @Test
    void findsTheServersFiles() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(
                        System.getProperty("test-hygiene.jdbc.url"),
                        System.getProperty("test-hygiene.jdbc.username"),
                        System.getProperty("test-hygiene.jdbc.password"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW data_directory")) {
            rows.next();
            Path data = Path.of(rows.getString(1));
            assertTrue(Files.isDirectory(data));
            Files.writeString(Path.of("target", "data-directory"), data.toString());
        }
    }

    /** Leaves what a careless test leaves; the thread would keep its JVM alive for a day. */
    @Test
    void isCareless() throws IOException {
        Files.writeString(Files.createTempFile("careless", ".txt"), "nobody deletes this");
        new Thread(() -> {
                    try {
                        Thread.sleep(86_400_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }
}
