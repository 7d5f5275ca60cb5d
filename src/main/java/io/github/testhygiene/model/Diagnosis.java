package io.github.testhygiene.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a test depends on.
 *
 * @param culprits the polluters of a victim, or the state-setters of a brittle test, each shown by repeated runs
 * @param cleaners tests that, run between a polluter and the victim, make the victim pass
 * @param candidates the likeliest culprits that were not shown, the likeliest first, at most 5; empty where a culprit was
 *     found
 * @param undetermined why the search ended before everything was found; null if it did not
 */
public record Diagnosis(
        List<Culprit> culprits,
        List<TestId> cleaners,
        List<TestId> candidates,
        @Nullable String undetermined) {

    /** Copies the lists. */
    public Diagnosis {
        culprits = List.copyOf(culprits);
        cleaners = List.copyOf(cleaners);
        candidates = List.copyOf(candidates);
    }

    /**
     * All tests that are named as culprits.
     *
     * @return each once, in the order in which they were found
     */
    public List<TestId> tests() {
        Set<TestId> tests = new LinkedHashSet<>();
        culprits.forEach(culprit -> tests.addAll(culprit.tests()));
        return List.copyOf(tests);
    }

    /**
     * Through what state leaks, over all culprits.
     *
     * @return undetermined if there is none, or if they differ
     */
    public Leak leak() {
        List<Leak> leaks = culprits.stream().map(Culprit::leak).distinct().toList();
        return leaks.size() == 1 ? leaks.get(0) : Leak.UNDETERMINED;
    }
}
