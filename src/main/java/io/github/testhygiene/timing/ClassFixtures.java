package io.github.testhygiene.timing;

import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.text.PlainNumbers;
import io.github.testhygiene.text.Wording;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fixtures that run once for a class. They are no part of a test's own time, so a test is told of them without a share. */
final class ClassFixtures implements CauseSearch {

    private static final String ADVICE =
            "Do once for the suite what every class repeats, or make less of it in @BeforeAll and @AfterAll.";

    private final Map<String, Double> fixtures = new HashMap<>();
    private final Map<String, Integer> tests = new HashMap<>();

    ClassFixtures(List<TestTimes> tests, List<FixtureEvidence> fixtures) {
        fixtures.forEach(each -> this.fixtures.merge(each.className(), Medians.millis(each.duration()), Double::sum));
        tests.stream()
                .filter(test -> test.reference().isPresent())
                .forEach(test -> this.tests.merge(test.className(), 1, Integer::sum));
    }

    /** Matters if the test's part of them is as long as a cause within the test would have to be. */
    @Override
    public Optional<WeightedCause> inTest(TestTimes test) {
        double millis = fixtures.getOrDefault(test.className(), 0.0);
        int sharers = tests.getOrDefault(test.className(), 0);
        if (sharers == 0 || !test.total().deserves(millis / sharers)) {
            return Optional.empty();
        }
        return WeightedCause.count(
                SlowCause.Kind.CLASS_FIXTURE,
                "the fixtures of " + Wording.simpleName(test.className()) + " took another "
                        + PlainNumbers.time(millis)
                        + " in the reference run for its " + PlainNumbers.count(sharers, "test")
                        + ", which is not counted here",
                ADVICE);
    }

    @Override
    public Optional<WeightedCause> inSuite(SuiteTimes suite) {
        double part = Math.min(
                suite.total().millis(),
                fixtures.values().stream()
                        .sorted()
                        .mapToDouble(Double::doubleValue)
                        .sum());
        Optional<Map.Entry<String, Double>> longest = fixtures.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
        return longest.flatMap(most -> WeightedCause.time(
                SlowCause.Kind.CLASS_FIXTURE,
                part,
                suite.total(),
                fixtures.size() == 1
                        ? "the fixtures of " + Wording.simpleName(most.getKey()) + " take "
                                + suite.total().phrase(part)
                        : "the fixtures of " + PlainNumbers.count(fixtures.size()) + " classes take "
                                + suite.total().phrase(part) + ", those of " + Wording.simpleName(most.getKey())
                                + " the most (" + PlainNumbers.time(most.getValue()) + ")",
                ADVICE));
    }
}
