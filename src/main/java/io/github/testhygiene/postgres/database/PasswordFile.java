package io.github.testhygiene.postgres.database;

import io.github.testhygiene.model.DatabaseCoordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file from which PostgreSQL's JDBC driver takes a password, so that no system property of the tests' JVM has to hold it:
 * failsafe writes all of those to its reports.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-pgpass.html">The Password File</a>
 */
public final class PasswordFile {

    /** The system property that names the file to the driver; known to pgjdbc 42.2.25, 42.3.0, and newer. */
    public static final String PROPERTY = "org.postgresql.pgpassfile";

    private static final String NAME = "pgpass";

    private PasswordFile() {}

    /**
     * Writes the file, valid for every database of the server.
     *
     * @param folder a folder that only this user may read
     * @param login the server, the role, and its password
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(Path folder, DatabaseCoordinates login) throws IOException {
        String line = String.join(
                ":",
                escaped(login.host()),
                Integer.toString(login.port()),
                "*",
                escaped(login.username()),
                escaped(login.password()));
        return Files.writeString(folder.resolve(NAME), line + "\n", StandardCharsets.UTF_8);
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\").replace(":", "\\:");
    }
}
