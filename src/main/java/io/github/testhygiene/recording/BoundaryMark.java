package io.github.testhygiene.recording;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.log.MarkerPosition;
import io.github.testhygiene.postgres.log.StatementCount;
import java.time.Instant;
import java.util.List;

/**
 * One boundary of the run, and what was found there.
 *
 * @param event what the test JVM said
 * @param at when, by the wall clock
 * @param nanos when, as {@code System.nanoTime()} tells it
 * @param reading what the database said
 */
record BoundaryMark(Event event, Instant at, long nanos, Reading reading) {

    /** What a test JVM said, or that the run is over. */
    sealed interface Event {

        /** What one test JVM said. */
        sealed interface OfLaunch extends Event {

            /** The JVM's number. */
            int launch();
        }

        /** A test starts. */
        record TestStarted(int launch, TestId id) implements OfLaunch {}

        /** A test has ended. */
        record TestFinished(int launch, TestId id) implements OfLaunch {}

        /** A class starts, with its fixtures. */
        record ClassStarted(int launch, String className) implements OfLaunch {}

        /** A class has ended, with its fixtures. */
        record ClassFinished(int launch, String className) implements OfLaunch {}

        /** A test JVM is gone, whatever it had not ended. */
        record LaunchEnded(int launch) implements OfLaunch {}

        /** Nothing comes any more. */
        record End() implements Event {}
    }

    /**
     * What the database said at a boundary.
     *
     * @param position where it stood
     * @param statements what was executed since the boundary before
     * @param differences what is other than at the boundary before
     */
    record Reading(MarkerPosition position, List<StatementCount> statements, BoundaryDifferences differences) {}
}
