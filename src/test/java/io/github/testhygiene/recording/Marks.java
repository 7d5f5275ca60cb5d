package io.github.testhygiene.recording;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.log.BusySession;
import io.github.testhygiene.postgres.log.MarkerPosition;
import io.github.testhygiene.postgres.log.SessionActivity;
import io.github.testhygiene.postgres.log.StatementCount;
import io.github.testhygiene.recording.BoundaryMark.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down the boundaries of an invented run. */
final class Marks {

    private final List<BoundaryMark> marks = new ArrayList<>();
    private long transaction = 1_000;

    static TestId test(String name) {
        return new TestId(name);
    }

    static ChangeOwner ownerTest(String name) {
        return new ChangeOwner.Test(test(name));
    }

    static ChangeOwner fixturesOf(String className) {
        return new ChangeOwner.Fixtures(className);
    }

    /** The next transaction's number at all boundaries from here on. */
    Marks at(long nextTransaction) {
        transaction = nextTransaction;
        return this;
    }

    Marks opens(int launch, String className) {
        return add(new Event.ClassStarted(launch, className));
    }

    Marks closes(int launch, String className) {
        return add(new Event.ClassFinished(launch, className));
    }

    Marks starts(int launch, String test) {
        return add(new Event.TestStarted(launch, test(test)));
    }

    Marks ends(int launch, String test) {
        return add(new Event.TestFinished(launch, test(test)));
    }

    /** Starts and ends. */
    Marks runs(int launch, String test) {
        return starts(launch, test).ends(launch, test);
    }

    Marks gone(int launch) {
        return add(new Event.LaunchEnded(launch));
    }

    Marks over() {
        return add(new Event.End());
    }

    private Marks add(Event event) {
        MarkerPosition position =
                new MarkerPosition(transaction, 0L, SessionActivity.NONE, List.<BusySession>of(), List.of());
        marks.add(new BoundaryMark(
                event,
                Instant.EPOCH.plusSeconds(marks.size()),
                marks.size() * 1_000_000_000L,
                new BoundaryMark.Reading(position, List.<StatementCount>of(), BoundaryDifferences.NONE)));
        transaction += 10;
        return this;
    }

    List<BoundaryMark> list() {
        return List.copyOf(marks);
    }
}
