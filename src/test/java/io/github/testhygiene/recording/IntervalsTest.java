package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.Position;
import io.github.testhygiene.recording.Mark.Event;
import io.github.testhygiene.recording.Mark.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    private static final TestId LEFT = new TestId("[engine:e]/[class:a.Left]/[method:c()]");
    private static final TestId RIGHT = new TestId("[engine:e]/[class:a.Right]/[method:c()]");

    private static final TestId BEFORE = new TestId("[engine:e]/[class:a.Right]/[method:before()]");
    private static final TestId AFTER = new TestId("[engine:e]/[class:a.Left]/[method:after()]");

    private static Intervals of(Event... events) {
        Reading nothing = new Reading(new Position(3, 0L, "", List.of(), List.of()), List.of(), null, null, Map.of());
        return Intervals.of(Arrays.stream(events)
                .map(event -> new Mark(event, Instant.EPOCH, 0, nothing))
                .toList());
    }

    @Test
    void testsThatRanAtTheSameTimeAreNamedToEachOther() {
        Intervals intervals = of(
                new Event.ClassStarted(0, "a.Left"),
                new Event.ClassStarted(0, "a.Right"),
                new Event.TestStarted(0, LEFT),
                new Event.TestStarted(0, RIGHT),
                new Event.TestFinished(0, LEFT),
                new Event.TestFinished(0, RIGHT));

        assertThat(intervals.overlapOf(LEFT)).contains(RIGHT);
        assertThat(intervals.overlapOf(RIGHT)).contains(LEFT);
    }

    @Test
    void aTestDoesNotOverlapWithItsPredecessor() {
        Intervals intervals = of(
                new Event.ClassStarted(0, "a.Left"),
                new Event.ClassStarted(0, "a.Right"),
                new Event.TestStarted(0, BEFORE),
                new Event.TestStarted(0, LEFT),
                new Event.TestFinished(0, LEFT),
                new Event.TestFinished(0, BEFORE),
                new Event.TestStarted(0, RIGHT),
                new Event.TestStarted(0, AFTER),
                new Event.TestFinished(0, AFTER),
                new Event.TestFinished(0, RIGHT));

        assertThat(intervals.overlapOf(RIGHT)).contains(AFTER);
    }

    @Test
    void aTestMayOverlapWithNoOtherByName() {
        Intervals intervals = of(
                new Event.ClassStarted(0, "a.Left"),
                new Event.ClassStarted(0, "a.Right"),
                new Event.TestStarted(0, LEFT),
                new Event.TestFinished(0, LEFT));

        assertThat(intervals.overlapOf(LEFT)).contains(LEFT);
        assertThat(intervals.overlapOf(RIGHT)).isEmpty();
    }
}
