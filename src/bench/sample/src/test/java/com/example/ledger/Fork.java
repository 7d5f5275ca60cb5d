package com.example.ledger;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Opens the tests' connections, and writes down what this JVM has cost when it ends. */
final class Fork {

    private static final String RECORDER = "META-INF/test-hygiene/recorder.properties";

    private static double firstConnectionMillis = -1;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Fork::writeFigures));
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
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        boolean recorded = Fork.class.getClassLoader().getResource(RECORDER) != null;
        try {
            Files.write(
                    Path.of("target", "fork.properties"),
                    List.of(
                            "recorded=" + recorded,
                            "firstConnectionMillis=" + String.format(Locale.ROOT, "%.1f", firstConnectionMillis),
                            "cpuMillis=" + system.getProcessCpuTime() / 1_000_000,
                            "wallMillis=" + ManagementFactory.getRuntimeMXBean().getUptime()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
