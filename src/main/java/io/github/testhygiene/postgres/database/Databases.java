package io.github.testhygiene.postgres.database;

import io.github.testhygiene.advice.DatabaseAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.ContainerServer;
import io.github.testhygiene.postgres.server.ContainerSpec;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.sql.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes, clones and drops databases on one server. Several threads may use it at once; it drops nothing that it did not
 * make itself.
 */
public final class Databases {

    private static final String END_SESSIONS = """
            SELECT /* test-hygiene */ pg_terminate_backend(pid, 5000) FROM pg_stat_activity
             WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND pg_has_role(usesysid, 'USAGE') AND datname =
            """;

    /** How long the end waits for databases that are being created. */
    private static final Duration CREATION = Duration.ofSeconds(3);

    private final PostgresServer server;
    private final AdminConnections admin;
    private final DatabaseCopies copies;
    private final DatabaseRemoval removal;
    private final BuildNames names = new BuildNames();
    private final OwnDatabases own = new OwnDatabases();

    /**
     * For one server.
     *
     * @param server where the databases are made; it stays open
     */
    public Databases(PostgresServer server) {
        this.server = server;
        this.admin = new AdminConnections(server.maintenance());
        this.copies = new DatabaseCopies(server.version().major());
        this.removal = new DatabaseRemoval(admin, server.maintenance());
    }

    /**
     * Makes a new database: empty, or as the container's image makes one.
     *
     * @return where it is
     * @throws ProblemException if the server refuses
     */
    public DatabaseCoordinates create() {
        DatabaseName name = newName();
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
        DatabaseName name = newName();
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
        DatabaseName name = newName();
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
        DatabaseName name = newName();
        return make(name, statement -> {
            copies.copyOnce(statement, source.database(), name);
            return true;
        });
    }

    /** On a server that outlives this build, the next one has to see whose a database was. */
    private DatabaseName newName() {
        return server.provider() == Provider.EXTERNAL ? new DatabaseName(names.next()) : DatabaseName.random();
    }

    private DatabaseCoordinates make(DatabaseName name, AdminConnections.Work<Boolean> work) {
        // Registered first: if the thread ends half-way, dropAll still finds it.
        if (!own.begin(name.value())) {
            throw new ProblemException(DatabaseAdvice.databaseNotCreated(name.value(), "the session has ended"));
        }
        DatabaseCoordinates database = server.maintenance().withDatabase(name.value());
        try {
            admin.call(work);
            if (own.end(name.value())) {
                return database;
            }
            throw new ProblemException(
                    DatabaseAdvice.databaseNotCreated(name.value(), "it was dropped while it was being created"));
        } catch (SQLException e) {
            throw afterDropping(
                    database, new ProblemException(DatabaseAdvice.databaseNotCreated(name.value(), text(e)), e));
        } catch (ProblemException e) {
            throw afterDropping(database, e);
        }
    }

    private ProblemException afterDropping(DatabaseCoordinates database, ProblemException problem) {
        own.end(database.database());
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
     * Drops a database with all that is left in it, ending the sessions of those who are connected. One that is gone is no
     * error.
     *
     * @param database one that this object made
     * @throws IllegalArgumentException if this object did not make it
     * @throws ProblemException if the server refuses
     */
    public void drop(DatabaseCoordinates database) {
        String name = database.database();
        if (!own.isKnown(name)) {
            throw new IllegalArgumentException("not made here, so not dropped: " + name);
        }
        if (!own.isPresent(name)) {
            return;
        }
        try {
            removal.remove(name);
            own.dropped(name);
        } catch (SQLException e) {
            throw new ProblemException(DatabaseAdvice.databasesNotDropped(Map.of(name, text(e))), e);
        }
    }

    /**
     * Leaves a database to the user: neither this session drops it nor a later build, as long as its server lives.
     *
     * @param database one that this object made
     * @throws IllegalArgumentException if this object did not make it
     * @throws ProblemException if the server refuses to note that
     */
    public void leave(DatabaseCoordinates database) {
        String name = database.database();
        if (!own.isPresent(name) || !own.isKnown(name)) {
            throw new IllegalArgumentException("not made here, so not ours to leave: " + name);
        }
        try {
            admin.call(statement -> statement.execute("COMMENT ON DATABASE " + SqlText.identifier(name) + " IS "
                    + SqlText.literal(
                            LeftoverDatabases.KEPT + " for you, until you " + LeftoverDatabases.dropCommand(name))));
        } catch (SQLException e) {
            throw new ProblemException(DatabaseAdvice.databaseNotKept(name, text(e)), e);
        }
        own.leave(name);
    }

    /**
     * Drops every database that this object made, and closes its own connections; no more can be created. One that cannot
     * be dropped does not keep the others. Waits a few seconds for databases that are just being created.
     *
     * @throws ProblemException naming all that the server refused to drop; the others are gone
     */
    public void dropAll() {
        dropAll(CREATION);
    }

    /** The same, with another patience. */
    void dropAll(Duration patience) {
        Map<String, String> refused = new TreeMap<>();
        List<SQLException> causes = new ArrayList<>();
        for (String name : own.close(patience)) {
            try {
                removal.remove(name);
                own.dropped(name);
            } catch (SQLException e) {
                refused.put(name, text(e));
                causes.add(e);
            }
        }
        try {
            admin.close();
        } catch (SQLException e) {
            // A connection that cannot be closed is closed already.
            causes.forEach(cause -> cause.addSuppressed(e));
        }
        if (!refused.isEmpty()) {
            throw new ProblemException(DatabaseAdvice.databasesNotDropped(refused), causes.get(0));
        }
    }

    private static String text(SQLException e) {
        return String.valueOf(e.getMessage());
    }
}
