package io.github.testhygiene.recording;

import io.github.testhygiene.advice.EvidenceAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.Catalog;
import io.github.testhygiene.postgres.ChangeLog;
import io.github.testhygiene.postgres.DatabaseObserver;
import io.github.testhygiene.postgres.Databases;
import io.github.testhygiene.postgres.Position;
import io.github.testhygiene.postgres.PostgresServer;
import io.github.testhygiene.postgres.StatementCount;
import io.github.testhygiene.postgres.StatementLog;
import io.github.testhygiene.postgres.TemplateRows;
import io.github.testhygiene.recording.Mark.Event;
import io.github.testhygiene.recording.Mark.Reading;
import io.github.testhygiene.wire.Frame;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks the boundaries of the run in the database's own log, and asks there what no log tells. Whatever goes wrong is
 * kept as the reason why a part of the evidence is missing, and never reaches the tests.
 */
public final class EvidenceRecorder implements Boundaries, AutoCloseable {

    // As long as a test JVM waits at most: what takes longer has let tests run on before their boundary was marked.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PostgresServer server;
    private final Databases databases;
    private final DatabaseCoordinates reference;
    private final List<Mark> marks = new ArrayList<>();
    private final Set<TestId> running = new HashSet<>();
    private final StatementTexts texts = new StatementTexts();
    private boolean nestedCounted;
    private @Nullable DatabaseObserver observer;
    private @Nullable ChangeLog changeLog;
    private @Nullable StatementLog statementLog;
    private final Map<String, List<String>> keys = new HashMap<>();
    private @Nullable Catalog firstCatalog;
    private @Nullable Catalog catalog;
    private TableNames tables = new TableNames(List.of());
    private String schemaState = "";
    private @Nullable Problem noChangeLog = EvidenceAdvice.nothingToObserve();
    private @Nullable Problem noStatementLog = EvidenceAdvice.nothingToObserve();

    /**
     * For one module.
     *
     * @param server the server
     * @param databases its databases
     * @param reference the database that the tests use
     */
    public EvidenceRecorder(PostgresServer server, Databases databases, DatabaseCoordinates reference) {
        this.server = server;
        this.databases = databases;
        this.reference = reference;
    }

    /**
     * Starts to observe the database: after the template was taken, since that allows no session, and before any test.
     * Does nothing the second time.
     *
     * @return whether there is anything to do at boundaries, so that test JVMs have to wait there
     */
    public synchronized boolean open() {
        if (observer == null && marks.isEmpty()) {
            try {
                DatabaseObserver opened = DatabaseObserver.open(server, reference);
                observer = opened;
                openStatementLog(opened);
                openChangeLog(opened);
                firstCatalog = opened.catalog();
                catalog = firstCatalog;
                keys.putAll(catalog.keys());
                schemaState = opened.schemaState();
            } catch (SQLException e) {
                giveUp(EvidenceAdvice.sessionLost(String.valueOf(e.getMessage())));
            }
        }
        return observer != null;
    }

    private void openStatementLog(DatabaseObserver opened) {
        if (!server.capabilities().statementStatistics()) {
            noStatementLog = EvidenceAdvice.noStatementStatistics();
            return;
        }
        StatementLog log = null;
        try {
            log = StatementLog.open(server, databases);
            log.take(opened.database());
            nestedCounted = log.countsNested();
            statementLog = log;
            noStatementLog = null;
        } catch (SQLException e) {
            noStatementLog = EvidenceAdvice.statementStatisticsRefused(String.valueOf(e.getMessage()));
            closeQuietly(log);
        }
    }

    private void openChangeLog(DatabaseObserver opened) {
        if (!server.capabilities().recordsChanges()) {
            noChangeLog = EvidenceAdvice.noChangeLog(
                    server.capabilities().replicates(), server.capabilities().logicalWal());
            return;
        }
        try {
            changeLog = opened.openChangeLog();
            noChangeLog = null;
        } catch (SQLException e) {
            noChangeLog = EvidenceAdvice.changeLogRefused(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void passed(int launch, Frame frame) {
        Event event = event(launch, frame);
        if (event != null && observer != null) {
            mark(event);
        }
    }

    private @Nullable Event event(int launch, Frame frame) {
        if (frame instanceof Frame.Started started) {
            running.add(started.id());
            return new Event.TestStarted(launch, started.id());
        } else if (frame instanceof Frame.Finished finished) {
            // A test that a failed fixture kept from starting has an outcome and no span.
            TestId id = finished.outcome().id();
            return running.remove(id) ? new Event.TestFinished(launch, id) : null;
        } else if (frame instanceof Frame.ClassStarted started) {
            return new Event.ClassStarted(launch, started.className());
        } else if (frame instanceof Frame.ClassFinished finished) {
            return new Event.ClassFinished(launch, finished.className());
        }
        return null;
    }

    private void mark(Event event) {
        DatabaseObserver open = Objects.requireNonNull(observer);
        Instant at = Instant.now();
        long nanos = System.nanoTime();
        try {
            marks.add(new Mark(event, at, nanos, read(open, event)));
        } catch (SQLException e) {
            giveUp(EvidenceAdvice.sessionLost(String.valueOf(e.getMessage())));
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - nanos);
        if (taken.compareTo(PATIENCE) >= 0) {
            giveUp(EvidenceAdvice.tooSlow(taken.toSeconds()));
        }
    }

    /** Between two tests of a class nothing of theirs runs, so that the second boundary needs no long look. */
    private Reading read(DatabaseObserver open, Event event) throws SQLException {
        List<StatementCount> statements = statements(open);
        boolean thorough = !(event instanceof Event.TestStarted && lastIsTestsEnd());
        boolean used = statementLog == null || texts.anyOfTheTests(statements);
        Map<String, @Nullable Long> sequences = thorough && used ? open.sequences() : null;
        Catalog changed = thorough && used ? changedCatalog(open, statements) : null;
        Catalog known = changed == null ? catalog : changed;
        Map<String, Long> unlogged =
                known == null || known.unlogged().isEmpty() || !thorough ? Map.of() : open.count(known.unlogged());
        Position position = open.mark(Integer.toString(marks.size()), event instanceof Event.TestFinished);
        return new Reading(position, statements, sequences, changed, unlogged);
    }

    private boolean lastIsTestsEnd() {
        return !marks.isEmpty() && marks.get(marks.size() - 1).event() instanceof Event.TestFinished;
    }

    private List<StatementCount> statements(DatabaseObserver open) {
        StatementLog log = statementLog;
        if (log == null) {
            return List.of();
        }
        try {
            return log.take(open.database());
        } catch (SQLException e) {
            noStatementLog = EvidenceAdvice.statementStatisticsRefused(String.valueOf(e.getMessage()));
            closeQuietly(log);
            statementLog = null;
            return List.of();
        }
    }

    private @Nullable Catalog changedCatalog(DatabaseObserver open, List<StatementCount> statements)
            throws SQLException {
        if (statementLog != null && !texts.mayChangeTheSchema(statements, nestedCounted)) {
            return null;
        }
        String state = open.schemaState();
        if (state.equals(schemaState)) {
            return null;
        }
        schemaState = state;
        Catalog read = open.catalog();
        catalog = read;
        keys.putAll(read.keys());
        ChangeLog log = changeLog;
        if (log != null) {
            log.identifyNewTables();
            schemaState = open.schemaState();
        }
        return read;
    }

    /**
     * Ends the observation: reads the change log, and tells what the database saw.
     *
     * @param before how many rows tables had before the first test
     * @return the evidence, with the reasons for what is missing
     */
    public synchronized DatabaseEvidence finish(TemplateRows before) {
        if (observer != null) {
            mark(new Event.End());
        }
        Catalog first = firstCatalog;
        if (first == null || marks.isEmpty()) {
            close();
            return new DatabaseEvidence(
                    EvidenceAssembly.line(noChangeLog), EvidenceAssembly.line(noStatementLog), Map.of(), List.of());
        }
        Intervals intervals = Intervals.of(marks);
        ChangeAttribution changes = new ChangeAttribution(marks, intervals, this::key, before::of);
        readChanges(changes);
        EvidenceAssembly assembly =
                new EvidenceAssembly(marks, intervals, first, texts, nestedCounted, noChangeLog, noStatementLog);
        tables = assembly.tables();
        return assembly.evidence(changes.results(), changes.written());
    }

    private void readChanges(ChangeAttribution changes) {
        ChangeLog log = changeLog;
        if (log != null) {
            try {
                log.read(changes);
            } catch (SQLException | RuntimeException e) {
                noChangeLog = EvidenceAdvice.changeLogLost(String.valueOf(e.getMessage()));
            }
        }
        // The slot must be gone before anybody drops the database.
        closeQuietly(changeLog);
        closeQuietly(observer);
        changeLog = null;
        observer = null;
    }

    private List<String> key(String table) {
        return keys.getOrDefault(table, List.of());
    }

    private void giveUp(Problem reason) {
        noChangeLog = reason;
        noStatementLog = reason;
        close();
    }

    private static void closeQuietly(@Nullable AutoCloseable resource) {
        if (resource != null) {
            try {
                resource.close();
            } catch (Exception e) {
                // A connection that cannot be closed is closed already.
                return;
            }
        }
    }

    /** Ends the sessions; the database can be dropped then. Does nothing the second time. */
    @Override
    public synchronized void close() {
        closeQuietly(changeLog);
        closeQuietly(observer);
        closeQuietly(statementLog);
        changeLog = null;
        observer = null;
        statementLog = null;
    }
}
