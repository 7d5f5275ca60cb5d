package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.wire.Frame;

/**
 * Who is told of the bodies of one run's tests.
 *
 * @param database the run's own clone
 * @param observer whom to tell
 */
public record ObservedClone(DatabaseCoordinates database, BodyObserver observer) {

    /** Whether the tests' JVM has to tell of bodies, and wait. */
    boolean isObserved() {
        return observer != BodyObserver.NONE;
    }

    /** A test has ended, with its fixtures. */
    void ended(TestId id) {
        if (isObserved()) {
            observer.ended(database, id);
        }
    }

    /** Whether a frame tells of a body; then the observer has been told. */
    boolean tells(Frame frame) {
        if (frame instanceof Frame.BodyStarted started) {
            observer.started(database, started.id());
            return true;
        } else if (frame instanceof Frame.BodyFinished finished) {
            observer.finished(database, finished.id());
            return true;
        }
        return false;
    }
}
