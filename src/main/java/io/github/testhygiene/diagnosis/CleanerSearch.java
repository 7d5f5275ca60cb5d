package io.github.testhygiene.diagnosis;

import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the tests that keep a victim from failing although a polluter ran before it: they stand between the two in an
 * order that was green, and they make the victim pass when they are run between them.
 */
final class CleanerSearch {

    private static final int SINGLES = 5;
    private static final int MOST_CLEANERS = 5;

    private final Suspect suspect;
    private final SearchRuns searchRuns;
    private final CandidateRanking ranking;
    private final Set<TestUnit> cleaners = new LinkedHashSet<>();

    /** For one victim. */
    CleanerSearch(Suspect suspect, SearchRuns searchRuns, CandidateRanking ranking) {
        this.suspect = suspect;
        this.searchRuns = searchRuns;
        this.ranking = ranking;
    }

    /** Those found so far. */
    List<TestUnit> found() {
        return List.copyOf(cleaners);
    }

    /**
     * Searches for one culprit's cleaners.
     *
     * @param culprit who pollutes
     * @param others everybody who pollutes
     * @throws SearchRuns.Ended if there is no time left; what was found by then stays
     */
    void search(FoundCulprit culprit, List<FoundCulprit> others) {
        Set<TestUnit> tried = new LinkedHashSet<>();
        for (List<TestUnit> before : suspect.hidden()) {
            if (culprit.isIn(before) && cleaners.size() < MOST_CLEANERS) {
                List<TestUnit> between = between(culprit, before);
                // Who is known to clean explains the order.
                if (between.stream().noneMatch(cleaners::contains)) {
                    search(
                            culprit,
                            before,
                            between.stream()
                                    .filter(unit -> others.stream().noneMatch(each -> each.involves(unit)))
                                    .filter(tried::add)
                                    .toList());
                }
            }
        }
    }

    private void search(FoundCulprit culprit, List<TestUnit> before, List<TestUnit> between) {
        for (TestUnit candidate :
                ranking.of(suspect, between).stream().limit(SINGLES).toList()) {
            if (cleans(culprit, before, List.of(candidate))) {
                cleaners.add(candidate);
                return;
            }
        }
        if (between.size() > 1 && cleans(culprit, before, between)) {
            cleaners.addAll(DeltaDebugging.minimize(between, part -> !part.isEmpty() && cleans(culprit, before, part)));
        }
    }

    /** Runs the culprit, some tests that stood behind it, and the victim, as they stood. */
    private boolean cleans(FoundCulprit culprit, List<TestUnit> before, List<TestUnit> some) {
        List<TestUnit> polluters = culprit.in(before);
        List<TestUnit> order = new ArrayList<>(before);
        order.removeIf(unit -> !polluters.contains(unit) && !some.contains(unit));
        return searchRuns.of(suspect, order) == SuspectEffect.ABSENT;
    }

    private static List<TestUnit> between(FoundCulprit culprit, List<TestUnit> before) {
        int last = -1;
        for (int i = 0; i < before.size(); i++) {
            if (culprit.involves(before.get(i))) {
                last = i;
            }
        }
        return before.subList(last + 1, before.size());
    }
}
