package io.github.testhygiene.check;

import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A database in which no test has left anything. */
record FakeDatabase(FakeSuite suite, RunResult result) implements KeptDatabase {

    @Override
    public List<LeftItem> items() {
        return List.of();
    }

    @Override
    public Optional<String> limits() {
        return Optional.empty();
    }

    @Override
    public Optional<String> limitsBesidesNew() {
        return Optional.empty();
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
        return new FakeDatabase(suite, suite.run(request));
    }

    @Override
    public RunResult run(Set<Integer> takenBack, RunRequest request) {
        return suite.run(request);
    }

    @Override
    public List<String> cleanUp(Set<Integer> takenBack) {
        return List.of();
    }

    @Override
    public RunResult runAfter(List<String> statements, RunRequest request) {
        return suite.run(request);
    }

    @Override
    public void close() {}
}
