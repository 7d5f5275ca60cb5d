package com.example.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Opens the tests' connections, and writes down what this JVM has cost when it ends. */
final class Fork {

    private static final String RECORDER = "META-INF/test-hygiene/recorder.properties";

    private static double firstConnectionMillis = -1;

    static {
        // A file that every test writes would keep re-runs from going on side by side.
        if (!Boolean.getBoolean("bench.silent")) {
            Runtime.getRuntime().addShutdownHook(new Thread(Fork::writeFigures));
        }
    }

    private Fork() {}

    static Connection connect() throws SQLException {
        long before = System.nanoTime();
        Connection connection =
                DriverManager.getConnection(property("url"), property("username"), property("password"));
        if (firstConnectionMillis < 0) {
            firstConnectionMillis = (System.nanoTime() - before) / 1e6;
        }
        return connection;
    }

    private static String property(String name) {
        return System.getProperty("test-hygiene.jdbc." + name, System.getProperty("bench." + name));
    }

    private static void writeFigures() {
        // Not from an MXBean: to load those is a part of the recorder's cost, which would hide in both runs.
        long cpuMillis = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        boolean recorded = Fork.class.getClassLoader().getResource(RECORDER) != null;
        try {
            Files.write(
                    Path.of("target", "fork.properties"),
                    List.of(
                            "recorded=" + recorded,
                            "firstConnectionMillis=" + firstConnectionMillis,
                            "cpuMillis=" + cpuMillis));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
