package io.github.testhygiene.recording;

import io.github.testhygiene.advice.EvidenceAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.log.TemplateRows;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.TestSpan;
import io.github.testhygiene.recording.BoundaryMark.Event;
import io.github.testhygiene.wire.Frame;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final boolean wanted;
    private final List<BoundaryMark> marks = new ArrayList<>();
    private final Map<Integer, Set<TestId>> running = new HashMap<>();
    private final Set<Integer> launches = new HashSet<>();
    private final BoundaryTimes times = new BoundaryTimes();
    private boolean opened;
    private @Nullable ObservedDatabase database;
    private @Nullable BodyStatementLog bodyLog;
    private @Nullable Problem failure = EvidenceAdvice.nothingToObserve();

    /**
     * For one module.
     *
     * @param server the server
     * @param databases its databases
     * @param reference the database that the tests use
     * @param wanted whether the user wants the database to be observed
     */
    public EvidenceRecorder(PostgresServer server, Databases databases, DatabaseCoordinates reference, boolean wanted) {
        this.server = server;
        this.databases = databases;
        this.reference = reference;
        this.wanted = wanted;
    }

    /**
     * Starts to observe the database: after the template was taken, since that allows no session, and before any test.
     * Does nothing the second time.
     *
     * @return whether there is anything to do at boundaries, so that test JVMs have to wait there
     */
    public synchronized boolean open() {
        if (!opened) {
            opened = true;
            failure = wanted ? null : EvidenceAdvice.switchedOff();
            if (wanted) {
                try {
                    database = new ObservedDatabase(server, databases, reference);
                } catch (SQLException e) {
                    giveUp(EvidenceAdvice.sessionLost(String.valueOf(e.getMessage())));
                }
            }
        }
        return failure == null;
    }

    @Override
    public synchronized void passed(int launch, Frame frame) {
        Event event = event(launch, frame);
        if (event != null) {
            launches.add(launch);
            mark(event);
        }
    }

    @Override
    public synchronized void ended(int launch) {
        if (launches.remove(launch)) {
            running.remove(launch);
            mark(new Event.LaunchEnded(launch));
        }
    }

    private @Nullable Event event(int launch, Frame frame) {
        if (frame instanceof Frame.Started started) {
            running.computeIfAbsent(launch, absent -> new HashSet<>()).add(started.id());
            return new Event.TestStarted(launch, started.id());
        } else if (frame instanceof Frame.Finished finished) {
            // A test that a failed fixture kept from starting has an outcome and no span.
            TestId id = finished.outcome().id();
            Set<TestId> started = running.get(launch);
            return started != null && started.remove(id) ? new Event.TestFinished(launch, id) : null;
        } else if (frame instanceof Frame.ClassStarted started) {
            return new Event.ClassStarted(launch, started.className());
        } else if (frame instanceof Frame.ClassFinished finished) {
            return new Event.ClassFinished(launch, finished.className());
        }
        return null;
    }

    private void mark(Event event) {
        ObservedDatabase observed = database;
        if (observed == null || failure != null) {
            return;
        }
        Instant at = Instant.now();
        long nanos = System.nanoTime();
        // Between two tests of a class nothing of theirs runs, so that the second boundary needs no long look.
        boolean thorough = !(event instanceof Event.TestStarted && lastIsTestsEnd());
        try {
            String marker = Integer.toString(marks.size());
            marks.add(new BoundaryMark(event, at, nanos, observed.read(marker, thorough)));
        } catch (SQLException e) {
            giveUp(EvidenceAdvice.sessionLost(String.valueOf(e.getMessage())));
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - nanos);
        times.add(event, taken);
        if (taken.compareTo(PATIENCE) >= 0) {
            giveUp(EvidenceAdvice.tooSlow(taken.toSeconds()));
        }
    }

    private boolean lastIsTestsEnd() {
        return !marks.isEmpty() && marks.get(marks.size() - 1).event() instanceof Event.TestFinished;
    }

    private void giveUp(Problem reason) {
        failure = reason;
        close();
    }

    /**
     * Ends the observation: reads the change log, and tells what the database saw.
     *
     * @param before how many rows tables had before the first test
     * @return the evidence, with the reasons for what is missing
     */
    public synchronized DatabaseEvidence finish(TemplateRows before) {
        mark(new Event.End());
        ObservedDatabase observed = database;
        Problem reason = failure;
        if (reason != null || observed == null) {
            return DatabaseEvidence.none(reason == null ? "" : EvidenceAssembly.line(reason));
        }
        Intervals intervals = Intervals.of(marks);
        ChangeAttribution changes = new ChangeAttribution(marks, intervals, observed::key, before::of);
        observed.readChanges(changes);
        EvidenceAssembly assembly = new EvidenceAssembly(marks, intervals, observed);
        bodyLog = observed.statementLog()
                .map(log -> new BodyStatementLog(log, observed.texts(), assembly.tables(), observed.nestedCounted()))
                .orElse(null);
        return assembly.evidence(changes.results(), changes.written(), times.medianMillis());
    }

    /**
     * What counts the statements of tests' own methods in re-runs.
     *
     * @return empty before {@link #finish}, and where statements are not counted
     */
    public synchronized Optional<BodyStatementLog> bodyLog() {
        return Optional.ofNullable(bodyLog);
    }

    /**
     * When the tests ran.
     *
     * @return in the order of their starts; empty if nothing was observed
     */
    public synchronized List<TestSpan> testSpans() {
        Map<TestId, Instant> starts = new HashMap<>();
        List<TestSpan> spans = new ArrayList<>();
        for (BoundaryMark mark : marks) {
            if (mark.event() instanceof Event.TestStarted started) {
                starts.put(started.id(), mark.at());
            } else if (mark.event() instanceof Event.TestFinished finished) {
                Instant from = starts.remove(finished.id());
                spans.add(new TestSpan(finished.id(), from == null ? mark.at() : from, mark.at()));
            }
        }
        return spans;
    }

    /** Ends all sessions; the database can be dropped then. Does nothing the second time. */
    @Override
    public synchronized void close() {
        QuietClose.close(database);
        database = null;
    }
}
