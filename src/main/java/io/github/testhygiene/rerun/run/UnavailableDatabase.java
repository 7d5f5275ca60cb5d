package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * In place of a database that could not be made.
 *
 * @param result the run that gave no answer
 */
public record UnavailableDatabase(RunResult result) implements KeptDatabase {

    @Override
    public List<LeftItem> items() {
        return List.of();
    }

    @Override
    public Optional<String> limits() {
        return Optional.of(
                result.exit() instanceof RunExit.NoAnswer noAnswer ? noAnswer.reason() : "there is no database");
    }

    @Override
    public Optional<String> limitsBesidesNew() {
        return limits();
    }

    @Override
    public Set<String> newTables() {
        return Set.of();
    }

    @Override
    public KeptDatabase comparedWith(KeptDatabase started) {
        return this;
    }

    @Override
    public KeptDatabase after(RunRequest request) {
        return this;
    }

    @Override
    public RunResult run(Set<Integer> takenBack, RunRequest request) {
        return result;
    }

    @Override
    public List<String> cleanUp(Set<Integer> takenBack) {
        return List.of();
    }

    @Override
    public RunResult runAfter(List<String> statements, RunRequest request) {
        return result;
    }

    @Override
    public void close() {
        // There is nothing to drop.
    }
}
