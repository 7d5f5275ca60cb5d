package com.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks for the signal that the build is about, and waits for the end: SignalledBuilds sends it from outside. */
final class BuildEnds {

    static final boolean RERUN = System.getProperty("java.io.tmpdir").contains("test-hygiene");

    private static final Path MODULE = Path.of("").toAbsolutePath();

    private BuildEnds() {}

    /** Ends the build here, if this is the moment at which it is to end. */
    static void at(String moment, Connection connection) throws SQLException, IOException, InterruptedException {
        if (!moment.equals(System.getProperty("ends.at")) || !RERUN) {
            return;
        }
        String signal = System.getProperty("ends.signal") + "\n" + folderOfEmbeddedServer(connection) + "\n";
        // Outside of the module's folder, where a file would be reported.
        Path request = Path.of(MODULE + "-signal");
        Path written = Files.writeString(Path.of(request + "-written"), signal);
        Files.move(written, request, StandardCopyOption.ATOMIC_MOVE);
        Thread.currentThread().join();
    }

    private static String folderOfEmbeddedServer(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return row.getString(1).contains("test-hygiene-postgres-") ? row.getString(1) : "";
        }
    }
}
