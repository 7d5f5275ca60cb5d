package io.github.testhygiene.recording;

import io.github.testhygiene.model.SessionLeft;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.BusySession;
import io.github.testhygiene.postgres.Catalog;
import io.github.testhygiene.postgres.Position;
import io.github.testhygiene.recording.Mark.Event;
import io.github.testhygiene.recording.Mark.Reading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives what was read at each boundary to whose work it was. */
final class Readings {

    /** A session that has been idle in its transaction for so long has not just been about to commit. */
    private static final long SURELY_IDLE_MILLIS = 200;

    private final List<Mark> marks;
    private final Intervals intervals;
    private final Map<Owner, SpanCollector> spans = new LinkedHashMap<>();
    private final Map<TestId, String> uncertain = new HashMap<>();
    private final Map<TestId, Set<String>> busyAtStart = new HashMap<>();
    private final Set<String> tables;
    private final Map<String, Set<String>> views;
    private Catalog catalog;
    private Map<String, @Nullable Long> sequences;
    private Map<String, Long> unlogged = Map.of();
    private Set<String> locks = Set.of();

    /** With the schema, and the last value of every sequence, before the first boundary. */
    Readings(List<Mark> marks, Intervals intervals, Catalog initial, Map<String, @Nullable Long> sequences) {
        this.marks = marks;
        this.intervals = intervals;
        this.catalog = initial;
        this.sequences = sequences;
        this.tables = new HashSet<>(initial.tables().keySet());
        this.views = new HashMap<>(initial.views());
        for (int k = 0; k < marks.size(); k++) {
            take(k);
        }
    }

    Map<Owner, SpanCollector> spans() {
        return spans;
    }

    /** Why it is not certain that what was found is a test's own. */
    Map<TestId, String> uncertain() {
        return uncertain;
    }

    /** The tables and views that there were at any time. */
    TableNames tables() {
        return new TableNames(tables, views);
    }

    private void take(int k) {
        Reading reading = marks.get(k).reading();
        Intervals.Interval interval = intervals.get(k - 1);
        SpanCollector span = interval.owner() == null || interval.late()
                ? new SpanCollector()
                : spans.computeIfAbsent(interval.owner(), owner -> new SpanCollector());
        span.executed(reading.statements());
        if (k > 0) {
            Mark before = marks.get(k - 1);
            span.lasted(marks.get(k).nanos() - before.nanos());
            span.active(
                    before.reading().position().activity(), reading.position().activity());
            span.connected(
                    before.reading().position().sessions(), reading.position().sessions());
        }
        differences(reading, span);
        span.sees(catalog.tables().keySet());
        Event event = marks.get(k).event();
        if (event instanceof Event.TestStarted started) {
            noteBusy(started.id(), reading.position());
        } else if (event instanceof Event.TestFinished finished) {
            noteLeft(finished.id(), k, span);
        }
    }

    private void differences(Reading reading, SpanCollector span) {
        Map<String, @Nullable Long> values = reading.sequences();
        if (values != null) {
            span.sequences(sequences, values);
            sequences = values;
        }
        Catalog changed = reading.catalog();
        if (changed != null) {
            span.catalog(catalog, changed);
            catalog = changed;
            tables.addAll(changed.tables().keySet());
            views.putAll(changed.views());
        }
        if (!reading.unlogged().isEmpty()) {
            span.unlogged(unlogged, reading.unlogged());
            unlogged = reading.unlogged();
        }
    }

    private void noteBusy(TestId id, Position position) {
        busyAtStart.put(id, position.busy().stream().map(BusySession::key).collect(Collectors.toSet()));
        position.busy().stream()
                .filter(BusySession::running)
                .findFirst()
                .ifPresent(session -> uncertain.put(
                        id,
                        "when it started, something else was still at work on the database ("
                                + session.description()
                                + "), which may have done some of this"));
    }

    /** Whoever answers a request before it commits is still in its transaction for a moment: that is no leak. */
    private void noteLeft(TestId id, int k, SpanCollector span) {
        Position position = marks.get(k).reading().position();
        Set<String> known = busyAtStart.getOrDefault(id, Set.of());
        for (BusySession session : position.busy()) {
            boolean stays = session.idleMillis() >= SURELY_IDLE_MILLIS || isBusyLater(session.key(), k);
            if (!session.running() && !known.contains(session.key()) && stays) {
                span.left(new SessionLeft(SessionLeft.Kind.OPEN_TRANSACTION, session.description()));
            }
        }
        List<String> found = position.advisoryLocks();
        if (found != null) {
            Set<String> held = new HashSet<>(found);
            held.stream()
                    .filter(lock -> !locks.contains(lock))
                    .sorted()
                    .forEach(lock -> span.left(new SessionLeft(SessionLeft.Kind.ADVISORY_LOCK, lock)));
            locks = held;
        }
    }

    private boolean isBusyLater(String key, int k) {
        return k + 1 < marks.size()
                && marks.subList(k + 1, Math.min(marks.size(), k + 3)).stream()
                        .flatMap(mark -> mark.reading().position().busy().stream())
                        .anyMatch(session -> !session.running() && session.key().equals(key));
    }
}
