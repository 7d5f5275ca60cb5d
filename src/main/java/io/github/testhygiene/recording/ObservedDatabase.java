package io.github.testhygiene.recording;

import io.github.testhygiene.advice.EvidenceAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.log.Catalog;
import io.github.testhygiene.postgres.log.ChangeListener;
import io.github.testhygiene.postgres.log.ChangeLog;
import io.github.testhygiene.postgres.log.DatabaseObserver;
import io.github.testhygiene.postgres.log.MarkerPosition;
import io.github.testhygiene.postgres.log.StatementCount;
import io.github.testhygiene.postgres.log.StatementLog;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.recording.BoundaryMark.Reading;
import io.github.testhygiene.sql.TableNames;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database that the tests use, as far as its server and our rights let it be observed. What is refused is kept as
 * the reason why a part of the evidence is missing. For one thread at a time.
 */
final class ObservedDatabase implements AutoCloseable {

    private final DatabaseObserver observer;
    private final StatementTexts texts = new StatementTexts();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Set<String> tables = new HashSet<>();
    private final Map<String, Set<String>> views = new HashMap<>();
    private Catalog catalog;
    private String schemaState;
    private boolean schemaUnsettled;
    private Map<String, @Nullable Long> sequences;
    private Map<String, Long> unlogged;
    private boolean lockHeld;
    private MarkerPosition lastPosition;
    private @Nullable ChangeLog changeLog;
    private @Nullable StatementLog statementLog;
    private boolean nestedCounted;
    private @Nullable Problem noChangeLog;
    private @Nullable Problem noStatementLog;

    /** Starts to observe; throws if not even a session can be had. */
    ObservedDatabase(PostgresServer server, Databases databases, DatabaseCoordinates reference) throws SQLException {
        this.observer = DatabaseObserver.open(server, reference);
        try {
            openStatementLog(server, databases);
            openChangeLog(server);
            this.catalog = observer.catalog();
            know(catalog);
            this.schemaState = observer.schemaState();
            this.lastPosition = observer.mark("-1", true);
            this.sequences = valuesOr(Map.of());
            this.unlogged = observer.count(catalog.unlogged());
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

    /**
     * Writes a marker, and looks at what has happened since the one before. A short look leaves out what costs more, if
     * no statement was seen; where no session did anything, there is nothing to look at.
     */
    Reading read(String marker, boolean thorough) throws SQLException {
        MarkerPosition position = observer.mark(marker, true);
        boolean quiet = isQuietSince(lastPosition, position);
        lastPosition = position;
        if (quiet && !lockHeld) {
            return new Reading(position, List.of(), BoundaryDifferences.NONE);
        }
        List<StatementCount> statements = statements();
        boolean used = statementLog == null ? thorough : texts.anyOfTheTests(statements);
        BoundaryDifferences differences = used || thorough ? differences(statements, used) : BoundaryDifferences.NONE;
        if (lockHeld || statementLog == null || texts.mayLock(statements)) {
            position = position.withAdvisoryLocks(observer.advisoryLocks());
        }
        lockHeld = !position.advisoryLocks().isEmpty();
        return new Reading(position, statements, differences);
    }

    /** Whether no session has done anything; unknown where sessions are not counted, since they may come and go. */
    private static boolean isQuietSince(MarkerPosition before, MarkerPosition now) {
        return now.sessions() != null
                && now.sessions().equals(before.sessions())
                && now.activity().equals(before.activity())
                && now.busy().isEmpty()
                && before.busy().isEmpty();
    }

    private BoundaryDifferences differences(List<StatementCount> statements, boolean used) throws SQLException {
        Map<String, @Nullable Long> sequencesBefore = sequences;
        Catalog catalogBefore = catalog;
        Map<String, Long> unloggedBefore = unlogged;
        sequences = valuesOr(sequences);
        if (used) {
            lookAtSchema(statements);
        }
        unlogged = catalog.unlogged().isEmpty() ? Map.of() : observer.count(catalog.unlogged());
        return new BoundaryDifferences(
                ValueChanges.between(sequencesBefore, sequences, false),
                ValueChanges.between(catalogBefore.objects(), catalog.objects(), true),
                ValueChanges.between(catalogBefore.settings(), catalog.settings(), true),
                ValueChanges.between(catalogBefore.tables(), catalog.tables(), true),
                ValueChanges.between(unloggedBefore, unlogged, false));
    }

    private Map<String, @Nullable Long> valuesOr(Map<String, @Nullable Long> known) {
        Map<String, @Nullable Long> changed = observer.changedSequences();
        return changed == null ? known : changed;
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

    private void lookAtSchema(List<StatementCount> statements) throws SQLException {
        boolean mayChange = statementLog == null || texts.mayChangeTheSchema(statements, nestedCounted);
        if (!mayChange && !schemaUnsettled) {
            return;
        }
        String state = observer.schemaState();
        // What was executed may be committed later.
        schemaUnsettled = mayChange && state.equals(schemaState);
        if (state.equals(schemaState)) {
            return;
        }
        ChangeLog log = changeLog;
        if (log != null) {
            log.identifyNewTables();
            // Which changes what we look at.
            state = observer.schemaState();
        }
        schemaState = state;
        know(observer.catalog());
    }

    private void know(Catalog now) {
        catalog = now;
        keys.putAll(now.keys());
        tables.addAll(now.tables().keySet());
        views.putAll(now.views());
    }

    private void refuseStatements(Exception e) {
        noStatementLog = EvidenceAdvice.statementStatisticsRefused(String.valueOf(e.getMessage()));
        QuietClose.close(statementLog);
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

    /** The tables and views that there were at any time. */
    TableNames tables() {
        return new TableNames(tables, views);
    }

    /** Whether a table was there at any boundary; one that was not was made and dropped between two of them. */
    boolean everHad(String table) {
        return tables.contains(table);
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
        QuietClose.close(changeLog);
        changeLog = null;
        QuietClose.close(observer);
    }

    /** Ends all sessions. Does nothing the second time. */
    @Override
    public void close() {
        closeSession();
        QuietClose.close(statementLog);
        statementLog = null;
    }
}
