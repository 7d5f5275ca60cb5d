package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunRequest;
import java.util.Optional;
import java.util.Set;

/** Takes tests that end their JVM out of an order, so that the others still get an answer. */
final class OrderRepair {

    private static final String SUFFIX = "-repaired";

    private OrderRepair() {}

    /** The same order without the tests that are known to end their JVM; empty if nothing is left. */
    static Optional<RunRequest> without(Set<TestId> broken, RunRequest request) {
        return request.only(request.label() + SUFFIX, test -> !broken.contains(test.id()));
    }

    /** Whether one order is another one that was repaired. */
    static boolean repairs(RunRequest repaired, RunRequest original) {
        return repaired.label().startsWith(original.label() + SUFFIX);
    }
}
