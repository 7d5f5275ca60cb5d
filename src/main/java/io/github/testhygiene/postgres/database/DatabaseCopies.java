package io.github.testhygiene.postgres.database;

import io.github.testhygiene.advice.DatabaseAdvice;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.sql.SqlStates;
import io.github.testhygiene.sql.SqlText;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Copies databases of one server, in the way that is fastest there. Safe for use by several threads. */
public final class DatabaseCopies {

    private static final int ATTEMPTS = 3;

    private final List<CopyMethod> known;
    private final Map<String, CopyChoice> choices = new ConcurrentHashMap<>();
    private volatile CopyMethod best;

    /**
     * For a server.
     *
     * @param major its major version
     */
    DatabaseCopies(int major) {
        this.known = CopyMethod.of(major);
        this.best = known.get(0);
    }

    /**
     * Copies a database that is copied many times.
     *
     * @param statement of a session in another database
     * @param source the database to copy; somebody else may copy it at the same time
     * @param target the copy's name
     * @throws ProblemException naming the sessions, if somebody is connected to the source
     */
    void copyOften(Statement statement, String source, DatabaseName target) throws SQLException {
        CopyChoice choice = choices.computeIfAbsent(source, name -> new CopyChoice(known));
        CopyMethod method = choice.next();
        long start = System.nanoTime();
        try {
            copy(statement, source, target, method);
        } catch (SQLException e) {
            if (!choice.refused(method)) {
                throw e;
            }
            copyOften(statement, source, target); // a server whose file system cannot do it, or another reason
            return;
        }
        choice.took(method, Duration.ofNanos(System.nanoTime() - start));
        best = choice.best();
    }

    /**
     * Copies a database in the way that was fastest so far.
     *
     * @param statement of a session in another database
     * @param source the database to copy; somebody else may copy it at the same time
     * @param target the copy's name
     * @throws ProblemException naming the sessions, if somebody is connected to the source
     */
    void copyOnce(Statement statement, String source, DatabaseName target) throws SQLException {
        copy(statement, source, target, best);
    }

    private static void copy(Statement statement, String source, DatabaseName target, CopyMethod method)
            throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                create(statement, source, target, method);
                break;
            } catch (SQLException e) {
                if (!SqlStates.objectInUse(e)) {
                    throw e;
                }
                // What is in the way for a moment is a copy that we make at the same time.
                List<String> sessions = Sessions.list(statement, source);
                if (!sessions.isEmpty()) {
                    throw new ProblemException(DatabaseAdvice.templateInUse(source, sessions), e);
                }
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
        DatabaseAttributes.copy(statement, source, target.value());
    }

    private static void create(Statement statement, String source, DatabaseName target, CopyMethod method)
            throws SQLException {
        boolean set = !method.fileCopyMethod().isEmpty();
        if (set) {
            statement.execute("SET file_copy_method = " + SqlText.literal(method.fileCopyMethod()));
        }
        try {
            statement.execute("CREATE DATABASE " + SqlText.identifier(target.value()) + " TEMPLATE "
                    + SqlText.identifier(source) + method.clause());
        } finally {
            if (set) {
                statement.execute("RESET file_copy_method");
            }
        }
    }
}
