package io.github.testhygiene.timing;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says where the time of slow tests, and of the suite, goes. A cause is told only if it explains at least 20 ms and a
 * tenth of a test's time; causes whose time nobody measured are told as counts, after the others. Causes may overlap: a
 * fixture's statements are the server's work too.
 */
public final class SlowCauses {

    private static final String FIXTURES_UNKNOWN =
            "How long the fixtures of tests take is unknown: no re-run could tell"
                    + " a test's method from its fixtures, which needs JUnit Jupiter 5.12 or newer.";

    private final Map<TestId, TestTimes> tests;
    private final List<FixtureEvidence> fixtures;
    private final List<CauseSearch> searches;
    private final TimeLimits limits;
    private final boolean bodiesKnown;

    /**
     * For one check of a suite.
     *
     * @param executions all executions of all tests in all runs, in any order
     * @param database what the database saw of the reference run
     * @param containers the containers that were started while it went on
     * @param limits how long tests may take
     */
    public SlowCauses(
            List<Execution> executions, DatabaseEvidence database, StartedContainers containers, TimeLimits limits) {
        this.tests = byTest(executions, database);
        this.fixtures = database.fixtures();
        this.limits = limits;
        this.bodiesKnown = executions.stream().anyMatch(each -> each.body() != null);
        List<TestTimes> all = List.copyOf(tests.values());
        FrameworkStart starts = new FrameworkStart();
        this.searches = List.of(
                new ServerTime(),
                new OpenedConnections(),
                new SchemaTime(all),
                new ClientTime(starts, all, fixtures),
                new TestFixtures(),
                new ClassFixtures(all, fixtures),
                starts,
                new AccumulatedRows(new RowsBefore(database, all)),
                new ContainersStarted(containers));
    }

    private static Map<TestId, TestTimes> byTest(List<Execution> executions, DatabaseEvidence database) {
        Map<TestId, List<Execution>> grouped =
                executions.stream().collect(Collectors.groupingBy(Execution::id, TreeMap::new, Collectors.toList()));
        Map<TestId, TestTimes> tests = new TreeMap<>();
        grouped.forEach((id, all) -> tests.put(
                id,
                new TestTimes(id, all.get(0).className(), all, database.tests().get(id))));
        return tests;
    }

    /**
     * Why a test takes its time.
     *
     * @param test the test
     * @return causes, the greatest share of its time first; empty if nothing is known, or if the test is within its
     *     budget both at the median and in the reference run
     */
    public List<SlowCause> ofTest(TestEntry test) {
        TestTimes times = tests.get(test.id());
        return times == null || !isSlow(test) ? List.of() : causes(search -> search.inTest(times));
    }

    private boolean isSlow(TestEntry test) {
        Long reference = test.durations().referenceMillis();
        return test.budget() == Budget.OVER
                || (reference != null && reference > limits.testBudget().toMillis());
    }

    /**
     * Where the suite's time goes.
     *
     * @param suite the reference run as a whole
     * @return causes, the greatest share first; of a suite within its budget only those that explain a tenth of its
     *     time, of one over its budget those that explain a hundredth
     */
    public List<SlowCause> ofSuite(HygieneReport.Suite suite) {
        List<TestTimes> executed = tests.values().stream()
                .filter(test -> test.reference().isPresent())
                .toList();
        SuiteTimes times = SuiteTimes.of((double) suite.durationMillis(), suite.withinBudget(), executed, fixtures);
        return causes(search -> search.inSuite(times));
    }

    private List<SlowCause> causes(Function<CauseSearch, Optional<WeightedCause>> question) {
        return searches.stream()
                .map(question)
                .flatMap(Optional::stream)
                .sorted(WeightedCause.GREATEST_FIRST)
                .map(WeightedCause::cause)
                .toList();
    }

    /**
     * The same tests with the causes of their time.
     *
     * @param entries tests
     * @return each as it was, but with its causes if any are known
     */
    public List<TestEntry> explained(List<TestEntry> entries) {
        return entries.stream().map(this::explained).toList();
    }

    private TestEntry explained(TestEntry test) {
        List<SlowCause> causes = ofTest(test);
        return causes.isEmpty() ? test : test.withCauses(causes);
    }

    /**
     * What cannot be told of any test.
     *
     * @return a sentence to be said once for the suite; empty if there is nothing to say
     */
    public Optional<String> unknown() {
        return bodiesKnown || tests.isEmpty() ? Optional.empty() : Optional.of(FIXTURES_UNKNOWN);
    }
}
