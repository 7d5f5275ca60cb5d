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
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What failsafe's configuration says about the JVM, and must say about every other JVM that runs these tests. */
@Tag("fast")
class LaunchIT {

    @Test
    void hasTheArgLine() {
        assertEquals("yes", System.getProperty("from.argline"));
    }

    @Test
    void hasTheLocaleAndTimeZoneOfTheArgLine() {
        assertEquals(new Locale("de", "CH"), Locale.getDefault());
        assertEquals("Pacific/Auckland", TimeZone.getDefault().getID());
    }

    @Test
    void hasTheSystemPropertyVariables() {
        assertEquals("a value with spaces", System.getProperty("from.variables"));
    }

    @Test
    void hasTheEnvironment() {
        assertEquals("yes", System.getenv("FROM_ENVIRONMENT"));
    }

    /** A name of the user's own for the URL; in a re-run it must not lead to the reference run's database. */
    @Test
    void reachesItsOwnDatabaseByTheUsersProperty() throws SQLException {
        assertEquals(
                databaseAt(System.getProperty("test-hygiene.jdbc.url")), databaseAt(System.getProperty("db.url")));
    }

    /** The reference run has the machine's own temporary folder; a re-run has an empty one. */
    @Test
    void findsAnEmptyTemporaryFolderInReruns() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        boolean rerun = temporary.startsWith(Path.of("target", "test-hygiene").toAbsolutePath());
        if (rerun) {
            try (Stream<Path> files = Files.list(temporary)) {
                assertEquals(List.of(), files.toList());
            }
        }
    }

    @Test
    @Tag("slow")
    void isInTheGroup() {
        assertEquals(Path.of("").toAbsolutePath(), Path.of(System.getProperty("user.dir")));
    }

    private static String databaseAt(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url,
                        System.getProperty("test-hygiene.jdbc.username"),
                        System.getProperty("test-hygiene.jdbc.password"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT current_database()")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
