package io.github.testhygiene.timing;

import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.text.PlainNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Containers that were started. Nobody measured how long that took, so they are told as a count. */
final class ContainersStarted implements CauseSearch {

    private static final String ADVICE = "Start containers once for all tests, and use those that are running already.";

    private final StartedContainers started;

    ContainersStarted(StartedContainers started) {
        this.started = started;
    }

    @Override
    public Optional<WeightedCause> inTest(TestTimes test) {
        return cause(started.byTest().getOrDefault(test.id(), List.of()), "it ran");
    }

    @Override
    public Optional<WeightedCause> inSuite(SuiteTimes suite) {
        List<String> all = new ArrayList<>(started.others());
        started.byTest().values().forEach(all::addAll);
        return cause(all, "the tests ran");
    }

    private static Optional<WeightedCause> cause(List<String> images, String span) {
        return images.isEmpty()
                ? Optional.empty()
                : WeightedCause.count(
                        SlowCause.Kind.CONTAINERS,
                        PlainNumbers.count(images.size(), "container") + (images.size() == 1 ? " was" : " were")
                                + " started while " + span + " (" + PlainNumbers.tally(images) + ")",
                        ADVICE);
    }
}
