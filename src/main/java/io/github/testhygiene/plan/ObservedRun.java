package io.github.testhygiene.plan;

import io.github.testhygiene.model.LeakTrace;
import java.util.List;
import java.util.Set;

/**
 * What an observed run showed besides outcomes.
 *
 * @param traces what it left other than it was before its first test
 * @param classes the binary names of the project's own classes that it initialised
 */
public record ObservedRun(List<LeakTrace> traces, Set<String> classes) {

    /** Copies the collections. */
    public ObservedRun {
        traces = List.copyOf(traces);
        classes = Set.copyOf(classes);
    }
}
