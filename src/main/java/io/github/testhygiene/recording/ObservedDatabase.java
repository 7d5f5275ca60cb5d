package io.github.testhygiene.recording;

import io.github.testhygiene.advice.EvidenceAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.postgres.Catalog;
import io.github.testhygiene.postgres.ChangeListener;
import io.github.testhygiene.postgres.ChangeLog;
import io.github.testhygiene.postgres.DatabaseObserver;
import io.github.testhygiene.postgres.Databases;
import io.github.testhygiene.postgres.Position;
import io.github.testhygiene.postgres.PostgresServer;
import io.github.testhygiene.postgres.StatementCount;
import io.github.testhygiene.postgres.StatementLog;
import io.github.testhygiene.recording.Mark.Reading;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database that the tests use, as far as its server and our rights let it be observed. What is refused is kept as
 * the reason why a part of the evidence is missing. For one thread at a time.
 */
final class ObservedDatabase implements AutoCloseable {

    private final DatabaseObserver observer;
    private final StatementTexts texts = new StatementTexts();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Catalog first;
    private final Map<String, @Nullable Long> firstSequences;
    private Catalog catalog;
    private String schemaState;
    private @Nullable ChangeLog changeLog;
    private @Nullable StatementLog statementLog;
    private boolean nestedCounted;
    private @Nullable Position lastPosition;
    private @Nullable Problem noChangeLog;
    private @Nullable Problem noStatementLog;

    /** Starts to observe; throws if not even a session can be had. */
    ObservedDatabase(PostgresServer server, Databases databases, DatabaseCoordinates reference) throws SQLException {
        this.observer = DatabaseObserver.open(server, reference);
        try {
            openStatementLog(server, databases);
            openChangeLog(server);
            this.first = observer.catalog();
            observer.mark("-1", true);
            Map<String, @Nullable Long> values = observer.changedSequences();
            this.firstSequences = values == null ? Map.of() : values;
            this.catalog = first;
            this.keys.putAll(first.keys());
            this.schemaState = observer.schemaState();
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void openStatementLog(PostgresServer server, Databases databases) {
        if (!server.capabilities().statementStatistics()) {
            noStatementLog = EvidenceAdvice.noStatementStatistics();
            return;
        }
        try {
            StatementLog log = StatementLog.open(server, databases);
            statementLog = log;
            log.take(observer.database());
            nestedCounted = log.countsNested();
        } catch (SQLException | RuntimeException e) {
            refuseStatements(e);
        }
    }

    private void openChangeLog(PostgresServer server) {
        if (!server.capabilities().recordsChanges()) {
            noChangeLog = EvidenceAdvice.noChangeLog(
                    server.capabilities().replicates(), server.capabilities().logicalWal());
            return;
        }
        try {
            changeLog = observer.openChangeLog();
        } catch (SQLException e) {
            noChangeLog = EvidenceAdvice.changeLogRefused(String.valueOf(e.getMessage()));
        }
    }

    /** Writes a marker, and looks at what has happened since the one before. A short look leaves out what costs more. */
    Reading read(String marker, boolean thorough, boolean withLocks) throws SQLException {
        Position position = observer.mark(marker, thorough);
        boolean quiet = isQuietSince(lastPosition, position);
        lastPosition = position;
        if (quiet) {
            return new Reading(position, List.of(), null, null, Map.of());
        }
        List<StatementCount> statements = statements();
        if (withLocks && (statementLog == null || texts.mayLock(statements))) {
            position = position.withAdvisoryLocks(observer.advisoryLocks());
        }
        return thorough
                ? new Reading(
                        position,
                        statements,
                        observer.changedSequences(),
                        changedCatalog(statements),
                        catalog.unlogged().isEmpty() ? Map.of() : observer.count(catalog.unlogged()))
                : new Reading(position, statements, null, null, Map.of());
    }

    /** Whether no session has done anything; unknown where sessions are not counted, since they may come and go. */
    private static boolean isQuietSince(@Nullable Position before, Position now) {
        return before != null
                && now.sessions() != null
                && now.sessions().equals(before.sessions())
                && now.activity().equals(before.activity())
                && now.busy().isEmpty()
                && before.busy().isEmpty();
    }

    private List<StatementCount> statements() {
        StatementLog log = statementLog;
        if (log == null) {
            return List.of();
        }
        try {
            return log.take(observer.database());
        } catch (SQLException e) {
            refuseStatements(e);
            return List.of();
        }
    }

    private @Nullable Catalog changedCatalog(List<StatementCount> statements) throws SQLException {
        if (statementLog != null && !texts.mayChangeTheSchema(statements, nestedCounted)) {
            return null;
        }
        String state = observer.schemaState();
        if (state.equals(schemaState)) {
            return null;
        }
        ChangeLog log = changeLog;
        if (log != null) {
            log.identifyNewTables();
            // Which changes what we look at.
            state = observer.schemaState();
        }
        schemaState = state;
        catalog = observer.catalog();
        keys.putAll(catalog.keys());
        return catalog;
    }

    private void refuseStatements(Exception e) {
        noStatementLog = EvidenceAdvice.statementStatisticsRefused(String.valueOf(e.getMessage()));
        Quietly.close(statementLog);
        statementLog = null;
    }

    /** Reads the change log, and ends the session, without which nobody could drop the database. */
    void readChanges(ChangeListener listener) {
        ChangeLog log = changeLog;
        if (log != null) {
            try {
                log.read(listener);
            } catch (SQLException | RuntimeException e) {
                noChangeLog = EvidenceAdvice.changeLogLost(String.valueOf(e.getMessage()));
            }
        }
        closeSession();
    }

    StatementTexts texts() {
        return texts;
    }

    boolean nestedCounted() {
        return nestedCounted;
    }

    /** The schema before the first test. */
    Catalog first() {
        return first;
    }

    /** The last value of every sequence before the first test. */
    Map<String, @Nullable Long> firstSequences() {
        return firstSequences;
    }

    /** The columns of a table's primary key; none if it has no key. */
    List<String> key(String table) {
        return keys.getOrDefault(table, List.of());
    }

    @Nullable
    Problem noChangeLog() {
        return noChangeLog;
    }

    @Nullable
    Problem noStatementLog() {
        return noStatementLog;
    }

    /** Counts statements on other databases of the server, too. */
    Optional<StatementLog> statementLog() {
        return Optional.ofNullable(statementLog);
    }

    private void closeSession() {
        Quietly.close(changeLog);
        changeLog = null;
        Quietly.close(observer);
    }

    /** Ends all sessions. Does nothing the second time. */
    @Override
    public void close() {
        closeSession();
        Quietly.close(statementLog);
        statementLog = null;
    }
}
