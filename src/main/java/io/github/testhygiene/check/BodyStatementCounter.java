package io.github.testhygiene.check;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.recording.BodyStatementLog;
import io.github.testhygiene.rerun.run.BodyObserver;

/**
 * Has the statements of tests' own methods counted in their alone runs.
 *
 * @param log counts them
 */
public record BodyStatementCounter(BodyStatementLog log) implements BodyObserver {

    @Override
    public void started(DatabaseCoordinates clone, TestId id) {
        log.started(clone.database(), id);
    }

    @Override
    public void ended(DatabaseCoordinates clone, TestId id) {
        log.ended(clone.database(), id);
    }

    @Override
    public void finished(DatabaseCoordinates clone, TestId id) {
        log.finished(clone.database(), id);
    }
}
