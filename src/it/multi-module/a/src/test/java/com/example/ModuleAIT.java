package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class ModuleAIT {

    private static final String URL = System.getProperty("test-hygiene.jdbc.url");

    /** A database that two modules share has two such tables, or fails to create the second. */
    @Test
    void hasADatabaseOfItsOwn() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE module_a ()");
            statement.execute("SELECT pg_sleep(0.3)");
            assertEquals(
                    "module_a",
                    text(statement, "SELECT string_agg(relname, ',') FROM pg_class WHERE relname LIKE 'module%'"));
            statement.execute("DROP TABLE module_a");
        }
    }

    @Test
    void isConnectedToTheDatabaseInTheUrl() throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String database = text(statement, "SELECT current_database()");

            assertTrue(URL.contains("/" + database), () -> URL + " is not " + database);
            noteInTheReferenceRun(text(statement, "SHOW port") + " " + database);
        }
    }

    private static void noteInTheReferenceRun(String where) throws IOException {
        Path note = Path.of(System.getProperty("build.folder"), "where.txt");
        if (Files.notExists(note)) {
            Files.writeString(note, where);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                URL, System.getProperty("test-hygiene.jdbc.username"), System.getProperty("test-hygiene.jdbc.password"));
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
