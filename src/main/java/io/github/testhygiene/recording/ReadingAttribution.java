package io.github.testhygiene.recording;

import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.log.BusySession;
import io.github.testhygiene.postgres.log.MarkerPosition;
import io.github.testhygiene.recording.BoundaryMark.Event;
import io.github.testhygiene.recording.BoundaryMark.Reading;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives what was read at each boundary to whose work it was. */
final class ReadingAttribution {

    /** A session that has been idle in its transaction for so long has not just been about to commit. */
    private static final long SURELY_IDLE_MILLIS = 200;

    private final List<BoundaryMark> marks;
    private final Intervals intervals;
    private final Map<ChangeOwner, SpanCollector> spans = new LinkedHashMap<>();
    private final Map<TestId, String> uncertain = new HashMap<>();
    private final Map<TestId, Set<String>> busyAtStart = new HashMap<>();

    ReadingAttribution(List<BoundaryMark> marks, Intervals intervals) {
        this.marks = marks;
        this.intervals = intervals;
        for (int k = 0; k < marks.size(); k++) {
            take(k);
        }
    }

    Map<ChangeOwner, SpanCollector> spans() {
        return spans;
    }

    /** Why it is not certain that what was found is a test's own. */
    Map<TestId, String> uncertain() {
        return uncertain;
    }

    private void take(int k) {
        Reading reading = marks.get(k).reading();
        Intervals.Interval interval = intervals.get(k - 1);
        SpanCollector span = interval.owner() == null || interval.late()
                ? new SpanCollector()
                : spans.computeIfAbsent(interval.owner(), owner -> new SpanCollector());
        span.executed(reading.statements());
        if (k > 0) {
            BoundaryMark before = marks.get(k - 1);
            span.lasted(marks.get(k).nanos() - before.nanos());
            span.active(
                    before.reading().position().activity(), reading.position().activity());
            span.connected(
                    before.reading().position().sessions(), reading.position().sessions());
        }
        span.differs(reading.differences());
        Event event = marks.get(k).event();
        if (event instanceof Event.TestStarted started) {
            noteBusy(started.id(), reading.position());
        } else if (event instanceof Event.TestFinished finished) {
            noteLeft(finished.id(), k, span);
        }
    }

    private void noteBusy(TestId id, MarkerPosition position) {
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

    /** Whoever answers a request before it commits is still in its transaction for a moment, and holds its locks: that is no leak. */
    private void noteLeft(TestId id, int k, SpanCollector span) {
        MarkerPosition position = marks.get(k).reading().position();
        Set<String> known = busyAtStart.getOrDefault(id, Set.of());
        for (BusySession session : position.busy()) {
            boolean stays = session.idleMillis() >= SURELY_IDLE_MILLIS || isBusyLater(session.key(), k);
            if (!session.running() && !known.contains(session.key()) && stays) {
                span.left(new OpenSessionState(OpenSessionState.Kind.OPEN_TRANSACTION, session.description()));
            }
        }
        Set<String> heldBefore = locks(k - 1);
        Set<String> heldAfter = locks(k + 1);
        position.advisoryLocks().stream()
                .filter(lock -> !heldBefore.contains(lock) && heldAfter.contains(lock))
                .sorted()
                .forEach(lock -> span.left(new OpenSessionState(OpenSessionState.Kind.ADVISORY_LOCK, lock)));
    }

    private Set<String> locks(int k) {
        return k < 0 || k >= marks.size()
                ? Set.of()
                : Set.copyOf(marks.get(k).reading().position().advisoryLocks());
    }

    private boolean isBusyLater(String key, int k) {
        return k + 1 < marks.size()
                && marks.subList(k + 1, Math.min(marks.size(), k + 3)).stream()
                        .flatMap(mark -> mark.reading().position().busy().stream())
                        .anyMatch(session -> !session.running() && session.key().equals(key));
    }
}
