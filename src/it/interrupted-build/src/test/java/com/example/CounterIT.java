package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class CounterIT {

    @Test
    void countsOnce() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            row.next();
            assertEquals(1, row.getInt(1));
        }
    }

    // Outside of the module's folder, where nobody puts it back.
    private static final Path RERUN_ONCE = Path.of("..", "interrupted-build-rerun-once");

    /**
     * As if somebody pressed Ctrl-C while this is re-run for the second time: the signal reaches the build, and this JVM
     * waits for its end.
     */
    @Test
    void interruptsTheBuild() throws IOException, InterruptedException, SQLException {
        boolean rerun = System.getProperty("java.io.tmpdir").contains("test-hygiene");
        if (!rerun) {
            Files.deleteIfExists(RERUN_ONCE);
        } else if (Files.notExists(RERUN_ONCE)) {
            Files.createFile(RERUN_ONCE);
        } else {
            long build = ProcessHandle.current().parent().orElseThrow().pid();
            new ProcessBuilder("kill", "-INT", Long.toString(build)).start().waitFor();
            Thread.currentThread().join();
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            Files.writeString(Path.of("target", "data-directory"), row.getString(1));
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"));
    }
}
