package io.github.testhygiene.replay;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.postgres.server.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells how to look into the database that a run left.
 *
 * @param database where it is
 * @param maintenance the database from which it can be dropped
 * @param staysByItself whether the server outlives Maven
 */
public record KeptDatabaseInstructions(
        DatabaseCoordinates database, DatabaseCoordinates maintenance, boolean staysByItself) {

    KeptDatabaseInstructions(DatabaseCoordinates database, PostgresServer server) {
        this(database, server.maintenance(), server.provider() == Provider.EXTERNAL);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("The database is as the run left it: " + database.jdbcUrl() + ", user " + database.username());
        // The password of a server of ours ends with it; that of the user's server is the user's secret.
        lines.add("  " + (staysByItself ? "" : "PGPASSWORD=" + quoted(database.password()) + " ") + psql(database));
        if (staysByItself) {
            lines.add("It stays there. To drop it: "
                    + psql(maintenance) + " -c "
                    + quoted("DROP DATABASE " + database.database() + " WITH (FORCE)"));
        }
        return lines;
    }

    /**
     * Waits until a person has seen enough.
     *
     * @param in where Enter is pressed
     * @param log where it is told what is waited for
     */
    static void waitForEnter(InputStream in, Consumer<String> log) {
        log.accept("Press Enter when you have seen it; then it is dropped, and the server ends with Maven.");
        try {
            int read = in.read();
            while (read != '\n' && read >= 0) {
                read = in.read();
            }
            if (read < 0) {
                nobody("the standard input is at its end", log);
            }
        } catch (IOException e) {
            nobody("the standard input cannot be read (" + e.getMessage() + ")", log);
        }
    }

    /** Says that nobody will look. */
    static void nobody(String reason, Consumer<String> log) {
        log.accept("There is nobody to wait for, since " + reason + ": the database is dropped.");
    }

    private static String psql(DatabaseCoordinates at) {
        return "psql -h " + quoted(at.host()) + " -p " + at.port() + " -U " + quoted(at.username()) + " -d "
                + quoted(at.database());
    }

    private static String quoted(String value) {
        return value.matches("[\\w.,:/=+-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
