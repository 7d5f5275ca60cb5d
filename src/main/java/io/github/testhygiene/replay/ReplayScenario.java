package io.github.testhygiene.replay;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.Experiment;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be replayed.
 *
 * @param name what it is, as a part of a sentence: {@code OrderIT.counts, a victim}
 * @param order the tests in order, each once; at least one
 * @param suspect the test that it is about, the last one of the order; null if it is about the whole run
 * @param experiment how it is executed
 * @param expectation what was recorded of it
 */
public record ReplayScenario(
        String name,
        List<TestId> order,
        @Nullable TestId suspect,
        Experiment experiment,
        ReplayExpectation expectation) {

    // Of Jupiter and of the vintage engine.
    private static final Pattern CLASS_IN_ID = Pattern.compile("/\\[(?:class|runner):([^\\]]+)]");

    /** Copies the lists. */
    public ReplayScenario {
        order = List.copyOf(order);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(experiment, "experiment");
        Objects.requireNonNull(expectation, "expectation");
        if (order.isEmpty()) {
            throw new IllegalArgumentException("nothing to replay: " + name);
        }
    }

    /**
     * The top level classes that have to be recorded for it.
     *
     * @return binary names, sorted; empty if they cannot be told from the ids, so that all have to be
     */
    Set<String> classes() {
        Set<String> classes = new TreeSet<>();
        for (TestId id : order) {
            Matcher matcher = CLASS_IN_ID.matcher(id.value());
            if (!matcher.find()) {
                return Set.of();
            }
            classes.add(matcher.group(1));
        }
        return classes;
    }
}
