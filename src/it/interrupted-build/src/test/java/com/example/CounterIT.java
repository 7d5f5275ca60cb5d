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

    // Outside of the module's folder, where a file would be reported.
    private static final Path RERUN_ONCE = Path.of("..", "interrupted-build-rerun-once");
    private static final Path SIGNAL = Path.of("..", "interrupted-build-signal");

    /** As if a person pressed Ctrl-C while this is re-run for the second time: SignalledBuilds sends the signal. */
    @Test
    void interruptsTheBuild() throws IOException, InterruptedException, SQLException {
        boolean rerun = System.getProperty("java.io.tmpdir").contains("test-hygiene");
        String data;
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            data = row.getString(1);
        }
        if (!rerun) {
            Files.deleteIfExists(RERUN_ONCE);
            Files.writeString(Path.of("target", "data-directory"), data);
        } else if (Files.notExists(RERUN_ONCE)) {
            Files.createFile(RERUN_ONCE);
        } else {
            Files.writeString(SIGNAL, "INT\n" + data + "\n");
            Thread.currentThread().join();
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"));
    }
}
