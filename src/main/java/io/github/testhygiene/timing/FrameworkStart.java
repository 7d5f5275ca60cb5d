package io.github.testhygiene.timing;

import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.text.PlainNumbers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What the first test of a class or of a JVM pays for all others: found by comparing it with itself in another place. */
final class FrameworkStart implements CauseSearch {

    /** One execution may be slow by chance. */
    private static final int FEWEST = 2;

    /** A start makes more of a difference than a busy machine. */
    private static final double FACTOR = 1.5;

    private static final String ADVICE = "Let all test classes share one start: give them the same configuration,"
            + " so that a context or a container that is there is used again.";

    /** The medians of one test. */
    private record Start(boolean ofJvm, double first, int firstRuns, double later, int laterRuns) {

        double millisOf(double reference) {
            return Math.max(0, Math.min(first, reference) - later);
        }
    }

    @Override
    public Optional<WeightedCause> inTest(TestTimes test) {
        Optional<WeightedCause> measured = start(test).flatMap(start -> {
            double part = start.millisOf(test.total().millis());
            return WeightedCause.time(
                    SlowCause.Kind.FRAMEWORK_START,
                    part,
                    test.total(),
                    "takes " + PlainNumbers.time(start.first()) + " as the first test of its "
                            + (start.ofJvm() ? "JVM" : "class") + " (" + Medians.words(start.firstRuns(), "run")
                            + ") and "
                            + PlainNumbers.time(start.later()) + " otherwise ("
                            + Medians.words(start.laterRuns(), "run")
                            + "); in the reference run it took "
                            + PlainNumbers.time(test.total().millis()),
                    ADVICE);
        });
        return measured.or(() -> byConnections(test));
    }

    private static Optional<WeightedCause> byConnections(TestTimes test) {
        boolean first = test.reference().filter(Execution::firstOfClass).isPresent();
        long opened = OpenedConnections.opened(test);
        return first && opened >= OpenedConnections.MANY
                ? WeightedCause.count(
                        SlowCause.Kind.FRAMEWORK_START,
                        "is the first test of its class and opens " + PlainNumbers.count(opened, "connection")
                                + ", as a framework does that starts",
                        ADVICE)
                : Optional.empty();
    }

    @Override
    public Optional<WeightedCause> inSuite(SuiteTimes suite) {
        List<Double> parts = suite.tests().stream()
                .map(test -> start(test)
                        .map(start -> start.millisOf(test.total().millis()))
                        .filter(part -> test.total().deserves(part)))
                .flatMap(Optional::stream)
                .toList();
        double part = parts.stream().mapToDouble(Double::doubleValue).sum();
        return WeightedCause.time(
                SlowCause.Kind.FRAMEWORK_START,
                part,
                suite.total(),
                "starts take about " + suite.total().phrase(part) + ", paid by "
                        + PlainNumbers.count(parts.size(), "test") + " as the first of "
                        + (parts.size() == 1 ? "its" : "their") + " class or JVM",
                ADVICE);
    }

    /** Empty unless the reference run's time holds a start, and both places were seen often enough. */
    private static Optional<Start> start(TestTimes test) {
        Execution reference = test.reference().orElse(null);
        if (reference == null || !reference.firstOfClass()) {
            return Optional.empty();
        }
        boolean ofJvm = reference.firstOfJvm();
        List<Execution> first = those(test, ofJvm ? Execution::firstOfJvm : FrameworkStart::firstOfWarmClass);
        List<Execution> later = those(test, ofJvm ? Execution::warm : execution -> !execution.firstOfClass());
        if (first.size() < FEWEST || later.size() < FEWEST) {
            return Optional.empty();
        }
        Start start =
                new Start(ofJvm, Medians.ofDurations(first), first.size(), Medians.ofDurations(later), later.size());
        return Optional.of(start).filter(each -> each.first() >= FACTOR * each.later());
    }

    private static boolean firstOfWarmClass(Execution execution) {
        return execution.firstOfClass() && execution.warm();
    }

    private static List<Execution> those(TestTimes test, Predicate<Execution> wanted) {
        return test.executions().stream()
                .filter(Objects.requireNonNull(wanted, "wanted"))
                .toList();
    }
}
