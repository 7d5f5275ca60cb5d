package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunPlanner;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all runs so far say of one unit. */
final class UnitOutcomes {

    private static final String CONFIRMS = "confirm:";
    private static final String CONFIRMS_PARTLY = "confirm-part:";
    private static final String REPEATS_TWICE = "again:";
    private static final Set<RunKind> SEARCHES = Set.of(RunKind.SEARCH, RunKind.LOCATE);

    /** Begins the name of a run that repeats what a search has found. */
    static final String PROOF = "proof:";

    /** Begins the name of a run on a database that another run has left. */
    static final String ON_LEFT_ROWS = "rows:";

    private final TestUnit unit;
    private final List<CompletedRun> alonePasses = new ArrayList<>();
    private final List<CompletedRun> aloneFailures = new ArrayList<>();
    private final List<CompletedRun> orderPasses = new ArrayList<>();
    private final List<CompletedRun> orderFailures = new ArrayList<>();
    private final Map<String, CompletedRun> repeats = new LinkedHashMap<>();
    private final List<CompletedRun> repeatFailures = new ArrayList<>();
    private final List<CompletedRun> passesInParts = new ArrayList<>();
    private final List<CompletedRun> passesInSearches = new ArrayList<>();
    private final List<CompletedRun> withoutAnswer = new ArrayList<>();
    private final SecondRounds secondRounds;

    /** Nothing is known yet. */
    UnitOutcomes(TestUnit unit) {
        this.unit = unit;
        this.secondRounds = new SecondRounds(unit);
    }

    /** The facts about every unit of a suite, in its order; looks at every outcome once. */
    static List<UnitOutcomes> ofAll(Suite suite, List<CompletedRun> runs) {
        return SuiteOutcomes.of(suite, runs).all();
    }

    /** Looks at one more run that has the unit, the latest one; its tests in their order. */
    void add(CompletedRun run, List<RecordedTest> tests) {
        UnitOutcome outcome = UnitOutcome.of(unit, run.result());
        boolean alone = tests.equals(unit.tests());
        String label = run.request().label();
        if (label.startsWith(ON_LEFT_ROWS)) {
            return; // what was left there is the question, so the answer is none about the test
        }
        if (isMadeForOne(run) && !alone) {
            // If another one than its last test fails in it, that is news.
            boolean last = tests.get(tests.size() - 1)
                    .equals(unit.tests().get(unit.tests().size() - 1));
            if (outcome == UnitOutcome.FAILED && !last) {
                orderFailures.add(run);
            } else if (outcome == UnitOutcome.PASSED && !last) {
                passesInSearches.add(run);
            }
            return;
        }
        secondRounds.add(run, alone, label.startsWith(REPEATS_TWICE));
        if (outcome == UnitOutcome.FAILED && !alone && run.request().kind() == RunKind.CONFIRM) {
            repeatFailures.add(run);
        }
        if (outcome == UnitOutcome.NO_ANSWER) {
            withoutAnswer.add(run);
        } else if (alone) {
            (outcome == UnitOutcome.PASSED ? alonePasses : aloneFailures).add(run);
        } else if (label.startsWith(CONFIRMS)) {
            repeats.put(label.substring(CONFIRMS.length()), run);
        } else if (label.startsWith(CONFIRMS_PARTLY)) {
            // What was left out may have been the polluter: a failure confirms, a pass refutes nothing.
            if (outcome == UnitOutcome.FAILED) {
                repeats.put(label.substring(CONFIRMS_PARTLY.length()), run);
            } else {
                passesInParts.add(run);
            }
        } else if (!label.startsWith(REPEATS_TWICE)) {
            (outcome == UnitOutcome.PASSED ? orderPasses : orderFailures).add(run);
        }
    }

    /** Whether a run was made to find out on whom its last test depends. */
    static boolean isMadeForOne(CompletedRun run) {
        return SEARCHES.contains(run.request().kind()) || run.request().label().startsWith(PROOF);
    }

    /** The name of a repeat of a run of two rounds. */
    static String repeatingTwice(String label) {
        return REPEATS_TWICE + label;
    }

    /** What second rounds showed. */
    SecondRounds secondRounds() {
        return secondRounds;
    }

    static String confirming(String label) {
        return CONFIRMS + label;
    }

    /** The name of a repeat from which tests that cannot be repeated were taken. */
    static String confirmingPartly(String label) {
        return CONFIRMS_PARTLY + label;
    }

    /** Whether a run repeats a part of an order. */
    static boolean isPart(CompletedRun run) {
        return run.request().label().startsWith(CONFIRMS_PARTLY);
    }

    /** Whether a run repeats the whole of another one. */
    static boolean isRepeatOf(CompletedRun repeat, CompletedRun run) {
        String label = repeat.request().label();
        return label.equals(CONFIRMS + run.request().label())
                || label.equals(REPEATS_TWICE + run.request().label());
    }

    /** Whether a test ran to its end. */
    static boolean executed(RecordedTest test, RunResult result) {
        return result.outcome(test.id())
                .filter(outcome -> outcome.status() != TestStatus.SKIPPED)
                .isPresent();
    }

    TestUnit unit() {
        return unit;
    }

    List<CompletedRun> alonePasses() {
        return alonePasses;
    }

    List<CompletedRun> aloneFailures() {
        return aloneFailures;
    }

    /** Orders, the reference run among them, in which the unit passed. */
    List<CompletedRun> orderPasses() {
        return orderPasses;
    }

    /** Orders, the reference run among them, in which the unit failed. */
    List<CompletedRun> orderFailures() {
        return orderFailures;
    }

    List<CompletedRun> withoutAnswer() {
        return withoutAnswer;
    }

    /** Repeats of orders, made for any unit, in which this one failed. */
    List<CompletedRun> repeatFailures() {
        return repeatFailures;
    }

    /** Runs made to find out on whom others depend, in which this one passed. */
    List<CompletedRun> passesInSearches() {
        return passesInSearches;
    }

    /** Whether the reference order was made once more and reached the unit. */
    boolean referenceRepeated() {
        return repeats.containsKey(RunPlanner.REFERENCE);
    }

    /** The repeat of a run in an order, if there was one that reached the unit. */
    Optional<CompletedRun> repeatOf(CompletedRun run) {
        return Optional.ofNullable(repeats.get(run.request().label()));
    }

    /** The first failure in an order that failed again when the order was repeated. */
    Optional<CompletedRun> confirmedFailure() {
        return orderFailures.stream()
                .filter(run -> repeatOf(run).filter(this::failed).isPresent())
                .findFirst();
    }

    /** The first failure in an order that nobody has repeated yet. */
    Optional<CompletedRun> unrepeatedFailure() {
        return orderFailures.stream().filter(run -> repeatOf(run).isEmpty()).findFirst();
    }

    /** Failures in orders but those that passed when the order was repeated. */
    List<CompletedRun> failuresNotRefuted() {
        return orderFailures.stream()
                .filter(run -> repeatOf(run).filter(repeat -> !failed(repeat)).isEmpty())
                .toList();
    }

    /** Every run in company in which the unit passed; those of ours first. */
    List<CompletedRun> passesInCompany() {
        List<CompletedRun> passes = new ArrayList<>(passesInParts);
        repeats.values().stream().filter(run -> !failed(run)).forEach(passes::add);
        passes.addAll(orderPasses);
        passes.sort(Comparator.comparing(run -> run.request().kind() == RunKind.REFERENCE));
        return passes;
    }

    /** Whether the unit passed in a re-run of any order, so that the re-runs are known to do what the user's run does. */
    boolean passedInCompanyOfOurs() {
        return !passesInParts.isEmpty()
                || orderPasses.stream().anyMatch(run -> run.request().kind() != RunKind.REFERENCE)
                || repeats.values().stream().anyMatch(run -> !failed(run));
    }

    /** In how many re-runs the unit failed, alone or in company. */
    int failedReRuns() {
        return (int) Stream.of(aloneFailures, repeatFailures, orderFailures)
                .flatMap(List::stream)
                .filter(run -> run.request().kind() != RunKind.REFERENCE)
                .map(CompletedRun::number)
                .distinct()
                .count();
    }

    /** The reference run, if the unit failed in it. */
    Optional<CompletedRun> referenceFailure() {
        return orderFailures.stream()
                .filter(run -> run.request().kind() == RunKind.REFERENCE)
                .findFirst();
    }

    /**
     * Two runs in which the same tests ran before the unit, in the same order and the same JVMs.
     *
     * @param failed in which it failed
     * @param passed in which it passed
     */
    record BothWays(CompletedRun failed, CompletedRun passed) {}

    /** The first order that ended in both ways; such a unit depends on more than the order. */
    Optional<BothWays> bothWays() {
        Map<List<List<TestId>>, CompletedRun> passed = new HashMap<>();
        Stream.concat(orderPasses.stream(), repeats.values().stream().filter(run -> !failed(run)))
                .forEach(run -> passed.putIfAbsent(before(run), run));
        return Stream.concat(orderFailures.stream(), repeats.values().stream().filter(this::failed))
                .flatMap(run ->
                        Optional.ofNullable(passed.get(before(run))).map(other -> new BothWays(run, other)).stream())
                .findFirst();
    }

    /** What was to run up to the unit, JVM by JVM; a test that skips itself may have done something before. */
    private List<List<TestId>> before(CompletedRun run) {
        Set<TestId> own = unit.tests().stream().map(RecordedTest::id).collect(Collectors.toSet());
        return run.request().upTo(own, run.request().label(), run.request().kind()).segments().stream()
                .map(segment -> segment.tests().stream().map(RecordedTest::id).toList())
                .toList();
    }

    boolean passedSomewhere() {
        return !alonePasses.isEmpty()
                || !orderPasses.isEmpty()
                || !passesInParts.isEmpty()
                || repeats.values().stream().anyMatch(r -> !failed(r));
    }

    /** Whether any run, the reference run among them, had something against the unit. */
    boolean failedSomewhere() {
        return !aloneFailures.isEmpty()
                || !orderFailures.isEmpty()
                || !repeatFailures.isEmpty()
                || secondRounds.failedSomewhere();
    }

    boolean failed(CompletedRun run) {
        return UnitOutcome.of(unit, run.result()) == UnitOutcome.FAILED;
    }
}
