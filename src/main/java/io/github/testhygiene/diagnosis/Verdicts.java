package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.TestEntry.Evidence;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives every test of the reference run its verdict. */
public final class Verdicts {

    // The case that reports speak of: one polluter and one cleaner, so that a third of all orders fails.
    private static final int POLLUTERS = 1;
    private static final int CLEANERS = 1;

    private static final Set<RunKind> ORDERS =
            Set.of(RunKind.REFERENCE, RunKind.TWICE, RunKind.REVERSE, RunKind.SHUFFLED);

    private final Map<TestId, Observed> observed = new HashMap<>();

    /** What all runs show of one test; an order has a number, so that it is compared once and not for every test. */
    private static final class Observed {

        private final Set<Integer> orders = new HashSet<>();
        private int passed;
        private int failed;

        void add(TestOutcome outcome, @Nullable Integer order) {
            passed += outcome.passed() ? 1 : 0;
            failed += outcome.failed() ? 1 : 0;
            if (order != null && outcome.status() != TestStatus.SKIPPED) {
                orders.add(order);
            }
        }
    }

    private Verdicts(List<CompletedRun> runs) {
        Map<List<TestId>, Integer> orders = new HashMap<>();
        for (CompletedRun run : runs) {
            Integer order = null;
            if (ORDERS.contains(run.request().kind())) {
                List<TestId> ids = run.request().ids();
                order = ids.size() > 1 ? orders.computeIfAbsent(ids, key -> orders.size()) : null;
            }
            add(run.result().outcomes().values(), order);
            add(run.result().again().values(), order);
        }
    }

    private void add(Collection<TestOutcome> outcomes, @Nullable Integer order) {
        for (TestOutcome outcome : outcomes) {
            observed.computeIfAbsent(outcome.id(), id -> new Observed()).add(outcome, order);
        }
    }

    /**
     * The verdicts.
     *
     * @param recording the reference run
     * @param selection which tests the report is about
     * @param checked which of them were to be checked; others have a verdict if a run had something against them, and
     *     else are unchecked, since they were not selected
     * @param suite what ran in orders
     * @param runs every run, the reference run first
     * @param over why the time ended before everything was done, as the beginning of a sentence; null if it did not
     * @param obstacle why nothing could be re-run; null if it could
     * @param diagnosisResults what the search for culprits came to; it may show that a suspect is flaky
     * @return one for each test, in the reference order
     */
    public static List<Verdict> decide(
            Recording recording,
            Predicate<RecordedTest> selection,
            Predicate<TestId> checked,
            Suite suite,
            List<CompletedRun> runs,
            @Nullable String over,
            @Nullable String obstacle,
            DiagnosisResults diagnosisResults) {
        Verdicts verdicts = new Verdicts(runs);
        Map<TestId, Verdict> known =
                obstacle == null ? verdicts.ofSuite(recording, checked, suite, runs, over, diagnosisResults) : Map.of();
        List<Verdict> all = new ArrayList<>();
        for (RecordedTest test : recording.tests()) {
            Verdict verdict = known.get(test.id());
            if (verdict != null) {
                all.add(verdict);
            } else if (selection.test(test)) {
                boolean asked = checked.test(test.id());
                all.add(verdicts.ofUncheckedTest(test, recording, asked ? obstacle : Selection.NOT_SELECTED));
            }
        }
        return all;
    }

    private Map<TestId, Verdict> ofSuite(
            Recording recording,
            Predicate<TestId> checked,
            Suite suite,
            List<CompletedRun> runs,
            @Nullable String over,
            DiagnosisResults diagnosisResults) {
        boolean onlyUnit = suite.units().size() == 1
                && recording.tests().size() == suite.units().get(0).tests().size();
        Classifier classifier = new Classifier(over, onlyUnit);
        Map<TestId, Verdict> verdicts = new HashMap<>();
        for (UnitOutcomes facts : UnitOutcomes.ofAll(suite, runs)) {
            Classifier.Classified ofRuns = facts.unit().tests().stream().anyMatch(test -> checked.test(test.id()))
                    ? classifier.classify(facts)
                    : ofContext(facts, classifier);
            Classifier.Classified classified = withSearch(ofRuns, facts, over, diagnosisResults);
            facts.unit().tests().forEach(test -> verdicts.put(test.id(), verdict(test, facts.unit(), classified)));
        }
        return verdicts;
    }

    /** What the search for culprits adds: it may show that a unit is flaky, or leave open what only it could settle. */
    private static Classifier.Classified withSearch(
            Classifier.Classified ofRuns,
            UnitOutcomes facts,
            @Nullable String over,
            DiagnosisResults diagnosisResults) {
        TestId id = facts.unit().first().id();
        String flaky = diagnosisResults.flaky().get(id);
        if (flaky != null) {
            return new Classifier.Classified(VerdictKind.FLAKY, flaky, ofRuns.shownBy());
        }
        return Optional.of(ofRuns)
                .filter(classified -> classified.kind() == VerdictKind.BRITTLE)
                .flatMap(classified -> new BrittleCriterion(over)
                        .doubt(facts, diagnosisResults.byTest().get(id)))
                .map(doubt -> new Classifier.Classified(VerdictKind.UNCHECKED, doubt, ofRuns.shownBy()))
                .orElse(ofRuns);
    }

    /** What ran beside others alone has passed no check of its own. */
    private static Classifier.Classified ofContext(UnitOutcomes facts, Classifier classifier) {
        Classifier.Classified classified = classifier.classify(facts);
        return facts.failedSomewhere() && classified.kind() != VerdictKind.ISOLATED
                ? classified
                : new Classifier.Classified(VerdictKind.UNCHECKED, Selection.NOT_SELECTED, null);
    }

    private Verdict verdict(RecordedTest test, TestUnit unit, Classifier.Classified classified) {
        CompletedRun shownBy = classified.shownBy();
        TestFailure failure = shownBy == null ? null : failure(test, unit, shownBy);
        return new Verdict(
                test.id(),
                classified.kind(),
                classified.reason(),
                evidence(test.id()),
                failure,
                shownBy == null ? null : shownBy.number(),
                shownBy == null ? null : shownBy.request().label());
    }

    // The tests of a unit share its verdict, and so the failure of the first of them that failed.
    private static @Nullable TestFailure failure(RecordedTest test, TestUnit unit, CompletedRun run) {
        Stream<RecordedTest> ownFirst = Stream.concat(Stream.of(test), unit.tests().stream());
        return ownFirst.flatMap(each -> failures(each.id(), run)).findFirst().orElse(null);
    }

    /** In the first round, and in the second. */
    private static Stream<TestFailure> failures(TestId id, CompletedRun run) {
        return Stream.of(run.result().outcomes(), run.result().again())
                .map(outcomes -> outcomes.get(id))
                .filter(Objects::nonNull)
                .flatMap(outcome -> outcome.findFailure().stream());
    }

    private Verdict ofUncheckedTest(RecordedTest test, Recording recording, @Nullable String obstacle) {
        TestOutcome outcome = recording.outcomes().get(test.id());
        if (outcome != null && outcome.status() == TestStatus.SKIPPED) {
            return new Verdict(test.id(), VerdictKind.SKIPPED, null, evidence(test.id()), null, null, null);
        }
        String reason = outcome == null && !Selection.NOT_SELECTED.equals(obstacle)
                ? "the reference run gave no outcome: its JVM ended first"
                : obstacle != null ? obstacle : "its JVM could not be launched again";
        TestFailure failure = outcome == null ? null : outcome.failure();
        return new Verdict(
                test.id(),
                VerdictKind.UNCHECKED,
                reason,
                evidence(test.id()),
                failure,
                failure == null ? null : 1,
                failure == null ? null : "reference");
    }

    private Evidence evidence(TestId id) {
        Observed all = observed.get(id);
        int orders = all == null ? 0 : all.orders.size();
        double power = DetectionPower.ofVictim(POLLUTERS, CLEANERS, orders);
        return new Evidence(all == null ? 0 : all.passed, all == null ? 0 : all.failed, orders, power);
    }
}
