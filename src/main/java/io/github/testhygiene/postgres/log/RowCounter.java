package io.github.testhygiene.postgres.log;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.server.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows of tables that may be locked, in a session of its own: an error in the session of the change log would
 * end the log, since PostgreSQL releases a temporary slot at any error. The session is opened when it is first needed.
 */
public final class RowCounter implements AutoCloseable {

    private final DatabaseCoordinates database;
    private @Nullable Connection connection;

    RowCounter(DatabaseCoordinates database) {
        this.database = database;
    }

    /** By name; a table that cannot be counted at once is missing. */
    Map<String, Long> count(Set<String> tables) {
        try {
            Connection open = connection;
            if (open == null) {
                open = Connections.open(database);
                connection = open;
                SessionSettings.apply(open);
            }
            return RowCounts.count(open, tables);
        } catch (SQLException e) {
            // Then their numbers of rows are unknown.
            return Map.of();
        }
    }

    /** How many sessions this has established. */
    int sessions() {
        return connection == null ? 0 : 1;
    }

    @Override
    public void close() throws SQLException {
        Connection open = connection;
        if (open != null) {
            open.close();
        }
    }
}
