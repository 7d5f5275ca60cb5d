package io.github.testhygiene.fork;

import io.github.testhygiene.model.TestId;
import java.util.Set;
import java.util.stream.Collectors;

/** The tests that a re-run leaves out, but for the class-level fixtures around them. Knows nothing of Jupiter. */
final class FixturesOnly {

    // Jupiter makes the condition by itself; a re-run has one such set for its whole life, any other JVM none.
    private static volatile Set<String> current = Set.of();

    private FixturesOnly() {}

    static void set(Set<TestId> tests) {
        current = tests.stream().map(TestId::value).collect(Collectors.toUnmodifiableSet());
    }

    static boolean contains(String uniqueId) {
        return current.contains(uniqueId);
    }
}
