package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.TestId;

/**
 * Is there when a test's own method starts and ends in a run of one test alone; until it returns, the test waits. A
 * parameterized test has one start and one end for each invocation. It must be quick, at most some milliseconds, must
 * not throw, and must be safe for use by several threads, since runs are made at the same time.
 */
public interface BodyObserver {

    /** Wants to know nothing; then no test waits. */
    BodyObserver NONE = new BodyObserver() {
        @Override
        public void started(DatabaseCoordinates clone, TestId id) {}

        @Override
        public void finished(DatabaseCoordinates clone, TestId id) {}

        @Override
        public void ended(DatabaseCoordinates clone, TestId id) {}
    };

    /**
     * The fixtures have done their work, and the test's own method is about to start.
     *
     * @param clone the database that the run has for itself
     * @param id the test
     */
    void started(DatabaseCoordinates clone, TestId id);

    /**
     * The test's own method has ended, however it did. Missing where the JVM ends first.
     *
     * @param clone the database that the run has for itself
     * @param id the test
     */
    void finished(DatabaseCoordinates clone, TestId id);

    /**
     * The test has ended, with its fixtures. Nothing waits for this.
     *
     * @param clone the database that the run has for itself
     * @param id the test
     */
    void ended(DatabaseCoordinates clone, TestId id);
}
