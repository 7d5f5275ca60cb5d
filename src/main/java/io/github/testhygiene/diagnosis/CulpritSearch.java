package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out on whom a suspect depends: runs of two tests for the likeliest, then delta debugging for the rest, so that
 * tests are found that act together alone. Whatever is found is left out, and the search goes on as long as the effect
 * stays. For a single culprit among n it takes at most 2·log2(n)+8 runs.
 */
final class CulpritSearch {

    // With 2·log2(n)+2 runs of delta debugging there is room for so many.
    private static final int PAIRS = 5;
    private static final int MOST_CULPRITS = 10;
    private static final int MOST_STATE_SETTERS = 3;
    private static final int MOST_ORDERS = 4;

    /** A culprit that is named was seen at work so often, and never idle. */
    static final int SHOWN = 3;

    private final Suspect suspect;
    private final SearchRuns searchRuns;
    private final CandidateRanking ranking;
    private final List<FoundCulprit> found = new ArrayList<>();
    private final Set<TestUnit> explored = new HashSet<>();
    private @Nullable String limit;
    private boolean lost;
    private boolean unanswered;

    /** For one suspect. */
    CulpritSearch(Suspect suspect, SearchRuns searchRuns, CandidateRanking ranking) {
        this.suspect = suspect;
        this.searchRuns = searchRuns;
        this.ranking = ranking;
    }

    /** Those found so far. */
    List<FoundCulprit> found() {
        return found;
    }

    /** Why there may be more; null if there is no reason. */
    @Nullable
    String limit() {
        if (limit != null || !found.isEmpty()) {
            return limit;
        }
        return lost
                ? "an order that showed it did not show it again with those tests that can be moved"
                : unanswered ? "an order that showed it gave no answer when it was repeated" : null;
    }

    /** The likeliest that have not been shown, the likeliest first. */
    List<TestUnit> candidates() {
        return suspect.shown().isEmpty()
                ? List.of()
                : ranking.of(suspect, suspect.shown().get(0)).stream()
                        .filter(unit -> found.stream().noneMatch(each -> each.involves(unit)))
                        .limit(PAIRS)
                        .toList();
    }

    /**
     * Searches.
     *
     * @throws SearchRuns.Ended if there is no time left; what was found by then stays
     * @throws Contradiction if the suspect turns out to be flaky
     */
    void search() {
        List<List<TestUnit>> orders = new ArrayList<>(suspect.shown());
        for (int number = 1; number <= MOST_ORDERS && !orders.isEmpty(); number++) {
            List<TestUnit> before = orders.remove(found.isEmpty() ? 0 : newest(orders));
            if (found.stream().noneMatch(each -> each.isIn(before))) {
                if (reproduces(before)) {
                    explore(before);
                }
            } else if (!explored.containsAll(before)) {
                List<TestUnit> rest = without(found, before);
                if (!rest.isEmpty() && searchRuns.of(suspect, rest, RunKind.CONFIRM) == SuspectEffect.SHOWN) {
                    explore(rest);
                } else {
                    explored.addAll(before);
                }
            }
        }
    }

    /** The order that holds the most tests about which nothing is known yet: a second culprit may be among them. */
    private int newest(List<List<TestUnit>> orders) {
        long most = -1;
        int newest = 0;
        for (int index = 0; index < orders.size(); index++) {
            long unknown = orders.get(index).stream()
                    .filter(unit -> !explored.contains(unit))
                    .count();
            if (unknown > most) {
                most = unknown;
                newest = index;
            }
        }
        return newest;
    }

    private boolean reproduces(List<TestUnit> before) {
        SuspectEffect effect = searchRuns.of(suspect, before, RunKind.CONFIRM);
        lost |= effect == SuspectEffect.ABSENT;
        unanswered |= effect == SuspectEffect.NO_ANSWER;
        return effect == SuspectEffect.SHOWN;
    }

    /** Finds who does it in an order that shows it; then who does it without them. */
    private void explore(List<TestUnit> before) {
        if (found.size() >= (suspect.kind() == VerdictKind.VICTIM ? MOST_CULPRITS : MOST_STATE_SETTERS)) {
            limit = "there may be more: it was searched no further after the first " + found.size();
            return;
        }
        List<TestUnit> culprits = smallest(before);
        FoundCulprit culprit = confirmed(culprits);
        if (culprit == null) {
            limit = "a run that was to confirm " + names(culprits) + " gave no answer";
            return;
        }
        found.add(culprit);
        explored.addAll(before);
        if (culprit.fixtureOf() != null || culprits.size() == 1) {
            exploreRest(without(List.of(culprit), before));
        } else {
            for (TestUnit member : culprits) {
                exploreRest(before.stream().filter(unit -> !unit.equals(member)).toList());
            }
        }
    }

    private void exploreRest(List<TestUnit> rest) {
        boolean known = found.stream().anyMatch(each -> each.isIn(rest));
        List<TestUnit> unknown = known ? without(found, rest) : rest;
        if (!unknown.isEmpty() && searchRuns.of(suspect, unknown, RunKind.CONFIRM) == SuspectEffect.SHOWN) {
            explore(unknown);
        }
    }

    private static List<TestUnit> without(List<FoundCulprit> culprits, List<TestUnit> before) {
        return before.stream()
                .filter(unit -> culprits.stream().noneMatch(each -> each.involves(unit)))
                .toList();
    }

    private List<TestUnit> smallest(List<TestUnit> before) {
        if (before.size() == 1) {
            return before;
        }
        for (TestUnit candidate :
                ranking.of(suspect, before).stream().limit(PAIRS).toList()) {
            if (searchRuns.of(suspect, List.of(candidate)) == SuspectEffect.SHOWN) {
                return List.of(candidate);
            }
        }
        return DeltaDebugging.minimize(
                before, part -> !part.isEmpty() && searchRuns.of(suspect, part) == SuspectEffect.SHOWN);
    }

    /**
     * Repeats what was found, and asks whether it is the tests or the fixtures of their class. Null if a run gave no answer,
     * which neither confirms nor refutes.
     */
    private @Nullable FoundCulprit confirmed(List<TestUnit> culprits) {
        for (int shown = 1; shown < SHOWN; shown++) {
            SuspectEffect effect = searchRuns.again(suspect, culprits, RunKind.CONFIRM);
            if (effect == SuspectEffect.NO_ANSWER) {
                return null;
            }
            if (effect == SuspectEffect.ABSENT) {
                boolean victim = suspect.kind() == VerdictKind.VICTIM;
                throw new Contradiction("after " + names(culprits), victim ? shown : 1, victim ? 1 : shown);
            }
        }
        return new FoundCulprit(culprits, fixture(culprits), SHOWN);
    }

    private static String names(List<TestUnit> units) {
        return units.stream().map(TestUnit::name).collect(Collectors.joining(" and "));
    }

    private @Nullable String fixture(List<TestUnit> culprits) {
        TestUnit only = culprits.get(0);
        String className = only.first().topLevelClass();
        if (culprits.size() > 1
                || !Suite.orderable(only)
                || className.equals(suspect.unit().first().topLevelClass())
                || searchRuns.areApart(suspect, culprits)) {
            return null;
        }
        Set<TestId> left = only.tests().stream().map(test -> test.id()).collect(Collectors.toSet());
        for (int shown = 0; shown < 2; shown++) {
            RunRequest plain = searchRuns.inOrder(suspect, culprits, RunKind.LOCATE);
            RunRequest fixtures = plain.as(plain.label(), RunKind.LOCATE, Experiment.fixturesOnly(left));
            if (suspect.effect(searchRuns.make(fixtures).result()) != SuspectEffect.SHOWN) {
                return null;
            }
        }
        return className;
    }
}
