package io.github.testhygiene.postgres.log;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.database.Template;
import io.github.testhygiene.postgres.server.Connections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many rows tables had before the first test: counted in a clone, which is made when the first table is asked for. */
public final class TemplateRows implements AutoCloseable {

    /** There is no such table, or no such schema. */
    private static final Set<String> NOT_THERE = Set.of("42P01", "3F000");

    private final Databases databases;
    private final Optional<Template> template;
    private final Map<String, OptionalLong> known = new HashMap<>();
    private boolean refused;
    private @Nullable DatabaseCoordinates clone;
    private @Nullable Connection connection;

    /**
     * For one module.
     *
     * @param databases makes and drops the clone
     * @param template the database before the first test; empty if it could not be taken
     */
    public TemplateRows(Databases databases, Optional<Template> template) {
        this.databases = databases;
        this.template = template;
    }

    /**
     * Counts a table's rows, those of its partitions and of tables that inherit from it aside.
     *
     * @param table its name as PostgreSQL writes it
     * @return 0 if there was no such table; empty if that cannot be told
     */
    public OptionalLong of(String table) {
        return known.computeIfAbsent(table, this::count);
    }

    private OptionalLong count(String table) {
        Connection open = connection();
        if (open == null) {
            return OptionalLong.empty();
        }
        try (Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery("SELECT /* test-hygiene */ count(*) FROM ONLY " + table)) {
            row.next();
            return OptionalLong.of(row.getLong(1));
        } catch (SQLException e) {
            return NOT_THERE.contains(String.valueOf(e.getSQLState())) ? OptionalLong.of(0) : OptionalLong.empty();
        }
    }

    private @Nullable Connection connection() {
        if (connection == null && template.isPresent() && !refused) {
            try {
                DatabaseCoordinates made = databases.cloneOf(template.get());
                clone = made;
                connection = Connections.open(made);
            } catch (SQLException | ProblemException e) {
                // Then the numbers are unknown, and the changes are told without them.
                refused = true;
            }
        }
        return connection;
    }

    /** Drops the clone, if one was made. */
    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
            if (clone != null) {
                databases.drop(clone);
            }
        } catch (SQLException | ProblemException e) {
            // The end of the session drops what is left and tells of it.
            refused = true;
        } finally {
            connection = null;
            clone = null;
        }
    }
}
