package io.github.testhygiene.postgres;

import io.github.testhygiene.advice.DatabaseAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes, clones and drops databases on one server. Several threads may use it at once; it drops nothing that it did not
 * make itself.
 */
public final class Databases {

    private static final String END_SESSIONS = """
            SELECT /* test-hygiene */ pg_terminate_backend(pid, 5000) FROM pg_stat_activity
             WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND pg_has_role(usesysid, 'USAGE') AND datname =
            """;

    private final PostgresServer server;
    private final AdminConnections admin;
    private final DatabaseCopies copies;
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    /**
     * For one server.
     *
     * @param server where the databases are made; it stays open
     */
    public Databases(PostgresServer server) {
        this.server = server;
        this.admin = new AdminConnections(server.maintenance());
        this.copies = new DatabaseCopies(server.version().major());
    }

    /**
     * Makes a new database: empty, or as the container's image makes one.
     *
     * @return where it is
     * @throws ProblemException if the server refuses
     */
    public DatabaseCoordinates create() {
        DatabaseName name = DatabaseName.random();
        return make(name, statement -> {
            if (server instanceof ContainerServer) {
                copies.copyOnce(statement, ContainerSpec.MODEL_DATABASE, name);
                return true;
            }
            return statement.execute("CREATE DATABASE " + SqlText.identifier(name.value()));
        });
    }

    /**
     * Copies a database, and lets nobody connect to the copy.
     *
     * @param reference the database to copy; nobody may be connected to it
     * @return the copy
     * @throws ProblemException naming the sessions, if somebody is connected, or if the server refuses
     */
    public Template takeTemplate(DatabaseCoordinates reference) {
        DatabaseName name = DatabaseName.random();
        DatabaseCoordinates copy = make(name, statement -> {
            copies.copyOnce(statement, reference.database(), name);
            return statement.execute(
                    "ALTER DATABASE " + SqlText.identifier(name.value()) + " WITH ALLOW_CONNECTIONS false");
        });
        return new Template(copy, reference);
    }

    /**
     * Makes a database that equals a template, with its settings and privileges.
     *
     * @param template what to clone
     * @return where the clone is
     * @throws ProblemException if the server refuses
     */
    public DatabaseCoordinates cloneOf(Template template) {
        DatabaseName name = DatabaseName.random();
        return make(name, statement -> {
            copies.copyOften(statement, template.database().database(), name);
            return true;
        });
    }

    /**
     * Copies a database, with its settings and privileges. Places of rows ({@code ctid}) are the same in the copy.
     *
     * @param source the database to copy; nobody may be connected to it for more than a moment
     * @return where the copy is
     * @throws ProblemException naming the sessions, if somebody is connected, or if the server refuses
     */
    public DatabaseCoordinates copyOf(DatabaseCoordinates source) {
        DatabaseName name = DatabaseName.random();
        return make(name, statement -> {
            copies.copyOnce(statement, source.database(), name);
            return true;
        });
    }

    private DatabaseCoordinates make(DatabaseName name, AdminConnections.Work<Boolean> work) {
        // Registered first: if the thread ends half-way, dropAll still finds it.
        created.add(name.value());
        DatabaseCoordinates database = server.maintenance().withDatabase(name.value());
        try {
            admin.call(work);
            return database;
        } catch (SQLException e) {
            throw afterDropping(
                    database, new ProblemException(DatabaseAdvice.databaseNotCreated(name.value(), text(e)), e));
        } catch (ProblemException e) {
            throw afterDropping(database, e);
        }
    }

    private ProblemException afterDropping(DatabaseCoordinates database, ProblemException problem) {
        try {
            drop(database);
        } catch (ProblemException e) {
            problem.addSuppressed(e);
        }
        return problem;
    }

    /**
     * Ends the sessions of those who are connected to a database, and waits until they are gone. Sessions of roles that
     * ours may not end stay.
     *
     * @param database the database
     * @throws ProblemException if the server refuses
     */
    public void endSessions(DatabaseCoordinates database) {
        try {
            admin.call(statement -> statement.execute(END_SESSIONS + SqlText.literal(database.database())));
        } catch (SQLException e) {
            throw new ProblemException(DatabaseAdvice.sessionsNotEnded(database.database(), text(e)), e);
        }
    }

    /**
     * Executes statements in one transaction, in a session like any other.
     *
     * @param database where
     * @param statements in order
     * @throws SQLException if one is refused; then none had an effect
     */
    public static void execute(DatabaseCoordinates database, List<String> statements) throws SQLException {
        try (Connection connection = Connections.open(database)) {
            Transactions.run(connection, statement -> {
                statement.setEscapeProcessing(false);
                for (String sql : statements) {
                    statement.execute(sql);
                }
            });
        }
    }

    /**
     * Drops a database, ending the sessions of those who are connected; one that is gone is no error.
     *
     * @param database one that this object made
     * @throws IllegalArgumentException if this object did not make it
     * @throws ProblemException if the server refuses
     */
    public void drop(DatabaseCoordinates database) {
        String name = database.database();
        if (!created.contains(name)) {
            throw new IllegalArgumentException("not made here, so not dropped: " + name);
        }
        try {
            admin.call(statement ->
                    statement.execute("DROP DATABASE IF EXISTS " + SqlText.identifier(name) + " WITH (FORCE)"));
            created.remove(name);
        } catch (SQLException e) {
            throw new ProblemException(DatabaseAdvice.databaseNotDropped(name, text(e)), e);
        }
    }

    /**
     * Leaves a database to the user: it is not dropped any more, as long as its server lives.
     *
     * @param database one that this object made
     * @throws IllegalArgumentException if this object did not make it
     */
    public void leave(DatabaseCoordinates database) {
        if (!created.remove(database.database())) {
            throw new IllegalArgumentException("not made here, so not ours to leave: " + database.database());
        }
    }

    /**
     * Drops every database that this object made, and closes its own connections. One that cannot be dropped does not
     * keep the others.
     *
     * @throws ProblemException if the server refused one; the others are gone
     */
    public void dropAll() {
        List<ProblemException> refused = new ArrayList<>();
        for (String name : List.copyOf(created)) {
            try {
                drop(server.maintenance().withDatabase(name));
            } catch (ProblemException e) {
                refused.add(e);
            }
        }
        try {
            admin.close();
        } catch (SQLException e) {
            // A connection that cannot be closed is closed already.
            refused.forEach(problem -> problem.addSuppressed(e));
        }
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
    }

    private static String text(SQLException e) {
        return String.valueOf(e.getMessage());
    }
}
