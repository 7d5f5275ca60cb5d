package io.github.testhygiene.timing;

import io.github.testhygiene.model.SlowCause;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a test's own fixtures take: its time without that of its method. */
final class TestFixtures implements CauseSearch {

    private static final String ADVICE = "Do once for the class or the suite what every test repeats,"
            + " and let a fixture make only the rows that its test needs.";

    /** Of fewer runs there is no median: part and whole are then those of one run, the faster one. */
    private static final int FEWEST = 3;

    /** The times of one test. */
    private record Measured(double fixtures, double whole, int runs) {}

    @Override
    public Optional<WeightedCause> inTest(TestTimes test) {
        return measured(test).flatMap(measured -> {
            ExplainedTime whole = ExplainedTime.ofMiddle(measured.whole(), measured.runs(), "re-run");
            return WeightedCause.time(
                    SlowCause.Kind.TEST_FIXTURE,
                    measured.fixtures(),
                    test.total().orLonger(measured.whole()),
                    whole,
                    "fixtures such as @BeforeEach take " + whole.phrase(measured.fixtures()),
                    ADVICE);
        });
    }

    @Override
    public Optional<WeightedCause> inSuite(SuiteTimes suite) {
        double part = suite.tests().stream()
                .mapToDouble(test -> measured(test)
                        .map(measured ->
                                Math.min(measured.fixtures(), test.total().millis()))
                        .orElse(0.0))
                .sum();
        return WeightedCause.time(
                SlowCause.Kind.TEST_FIXTURE,
                part,
                suite.total(),
                "fixtures such as @BeforeEach take about " + suite.total().phrase(part) + ", going by the re-runs",
                ADVICE);
    }

    private static Optional<Measured> measured(TestTimes test) {
        List<Execution> known =
                test.warm().stream().filter(each -> each.body() != null).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (known.size() < FEWEST) {
            Execution faster = Collections.min(
                    known, Comparator.comparingDouble(Execution::millis).thenComparing(TestFixtures::withoutBody));
            return Optional.of(new Measured(withoutBody(faster), faster.millis(), known.size()));
        }
        double fixtures =
                Medians.median(known.stream().map(TestFixtures::withoutBody).toList());
        return Optional.of(new Measured(fixtures, Medians.ofDurations(known), known.size()));
    }

    private static double withoutBody(Execution execution) {
        return execution.body() == null ? 0 : Math.max(0, execution.millis() - Medians.millis(execution.body()));
    }
}
