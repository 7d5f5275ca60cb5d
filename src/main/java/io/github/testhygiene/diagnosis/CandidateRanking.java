package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says whom to try first. What the database saw comes first: who left rows in tables that the suspect's statements name.
 * Then the orders that were run count: a test that stood in front of the suspect where the dependence showed is likelier,
 * where it did not show less so, and the nearer the more (the idea of RankF, "Ranking Relevant Tests for
 * Order-Dependent Flaky Tests", ICSE 2025).
 */
final class CandidateRanking {

    private final DatabaseEvidence database;
    private final Map<String, Set<String>> leftByFixtures = new HashMap<>();

    /**
     * For one recording.
     *
     * @param database what the database saw of the reference run
     */
    CandidateRanking(DatabaseEvidence database) {
        this.database = database;
        for (FixtureEvidence fixture : database.fixtures()) {
            leftByFixtures
                    .computeIfAbsent(fixture.className(), name -> new HashSet<>())
                    .addAll(tablesLeft(fixture.evidence()));
        }
    }

    /**
     * Ranks candidates.
     *
     * @param suspect whose culprits they may be
     * @param candidates in the order in which they ran before it
     * @return the same tests, the likeliest first
     */
    List<TestUnit> of(Suspect suspect, List<TestUnit> candidates) {
        Set<String> named = new HashSet<>();
        evidence(suspect.unit()).forEach(span -> {
            named.addAll(span.tablesNamed());
            named.addAll(span.tablesWritten());
        });
        Map<TestUnit, Integer> leaves = new HashMap<>();
        candidates.forEach(each -> leaves.put(each, leaves(each, named)));
        Map<TestUnit, Double> scores = scores(suspect);
        List<TestUnit> ranked = new ArrayList<>(candidates);
        // Of equals the nearer one is tried first; the sort is stable.
        Collections.reverse(ranked);
        ranked.sort(Comparator.<TestUnit>comparingInt(each -> leaves.getOrDefault(each, 0))
                .thenComparingDouble(each -> scores.getOrDefault(each, 0.0))
                .reversed());
        return ranked;
    }

    /** 2 if the test itself left rows in one of the tables, 1 if the fixtures of its class did, else 0. */
    private int leaves(TestUnit candidate, Set<String> tables) {
        if (evidence(candidate).stream()
                .map(CandidateRanking::tablesLeft)
                .flatMap(Set::stream)
                .anyMatch(tables::contains)) {
            return 2;
        }
        boolean fixtures = candidate.tests().stream()
                .flatMap(test -> test.classNames().stream())
                .flatMap(name -> leftByFixtures.getOrDefault(name, Set.of()).stream())
                .anyMatch(tables::contains);
        return fixtures ? 1 : 0;
    }

    private List<SpanEvidence> evidence(TestUnit unit) {
        List<SpanEvidence> spans = new ArrayList<>();
        for (RecordedTest test : unit.tests()) {
            SpanEvidence span = database.tests().get(test.id());
            if (span != null) {
                spans.add(span);
            }
        }
        return spans;
    }

    private static Set<String> tablesLeft(SpanEvidence span) {
        Set<String> tables = new HashSet<>();
        List<TableChange> left = span.rowsLeft();
        if (left != null) {
            left.forEach(change -> tables.add(change.table()));
        }
        return tables;
    }

    private static Map<TestUnit, Double> scores(Suspect suspect) {
        Map<TestUnit, Double> scores = new HashMap<>();
        suspect.shown().forEach(before -> add(before, 1, scores));
        suspect.hidden().forEach(before -> add(before, -1, scores));
        return scores;
    }

    private static void add(List<TestUnit> before, int sign, Map<TestUnit, Double> scores) {
        for (int i = 0; i < before.size(); i++) {
            int distance = before.size() - i;
            scores.merge(before.get(i), sign * (1 + 1.0 / distance), Double::sum);
        }
    }
}
