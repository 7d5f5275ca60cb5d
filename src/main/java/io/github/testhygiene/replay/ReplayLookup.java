package io.github.testhygiene.replay;

import io.github.testhygiene.advice.ReplayAdvice;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a report and what a person asks for to a scenario. Looks at the report and nothing else. */
public final class ReplayLookup {

    private static final String FINGERPRINT = "[0-9a-fA-F]{6,}";
    private static final String NUMBERED_RUN = "run:";

    private final HygieneReport report;
    private final ReplayTests tests;
    private final ReplayRuns runs;

    ReplayLookup(HygieneReport report) {
        this.report = report;
        this.tests = new ReplayTests(report);
        this.runs = new ReplayRuns(report);
    }

    /**
     * Finds out what is meant.
     *
     * @param asked a test's selector or id, a list of selectors, a fingerprint or its beginning, a run's label or
     *     {@code run:} and its number
     * @return empty if the report does not know it
     * @throws ProblemException if several are meant, or it is nothing that can be replayed
     */
    Optional<ReplayScenario> find(String asked) {
        Optional<TestEntry> test = tests.find(asked);
        if (test.isPresent()) {
            return Optional.of(ofTest(test.get()));
        }
        Optional<RunEntry> run = run(asked);
        if (run.isPresent()) {
            return Optional.of(runs.whole(run.get()));
        }
        if (asked.matches(FINGERPRINT)) {
            return finding(asked).map(this::ofFinding);
        }
        return asked.contains(",") ? list(asked) : Optional.empty();
    }

    /** What resembles something that was not found; empty if nothing does. */
    List<String> near(String asked) {
        List<String> near = new ArrayList<>();
        for (String name : names(asked)) {
            if (tests.find(name).isEmpty()) {
                near.addAll(tests.near(name));
            }
        }
        report.runs().stream()
                .map(RunEntry::label)
                .filter(label -> label.startsWith(asked.replaceFirst("-?\\d*$", "")) && !label.contains(":"))
                .forEach(near::add);
        return near.stream().distinct().toList();
    }

    private Optional<RunEntry> run(String asked) {
        if (asked.matches(NUMBERED_RUN + "\\d{1,9}")) {
            int number = Integer.parseInt(asked.substring(NUMBERED_RUN.length()));
            return report.runs().stream().filter(run -> run.number() == number).findFirst();
        }
        // Runs that repeat another one may have its name; the first is the one that others repeat.
        return report.runs().stream().filter(run -> run.label().equals(asked)).findFirst();
    }

    private Optional<Finding> finding(String asked) {
        String beginning = asked.toLowerCase(Locale.ROOT);
        List<Finding> found = report.findings().stream()
                .filter(finding -> finding.fingerprint().startsWith(beginning))
                .toList();
        if (found.size() > 1) {
            throw new ProblemException(ReplayAdvice.ambiguous(
                    asked, found.stream().map(Finding::fingerprint).toList()));
        }
        return found.stream().findFirst();
    }

    private ReplayScenario ofFinding(Finding finding) {
        String method = finding.methodName();
        if (method == null) {
            String about = finding.className().isEmpty() ? "the whole suite" : "the class " + finding.className();
            throw new ProblemException(ReplayAdvice.noTest(finding.fingerprint(), about));
        }
        String selector = finding.className() + "#" + method;
        return ofTest(tests.find(selector)
                .orElseThrow(() -> new ProblemException(ReplayAdvice.noTest(finding.fingerprint(), selector))));
    }

    private Optional<ReplayScenario> list(String asked) {
        List<TestId> order = new ArrayList<>();
        for (String name : names(asked)) {
            Optional<TestEntry> test = tests.find(name);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            if (order.contains(test.get().id())) {
                throw new ProblemException(ReplayAdvice.namedTwice(test.get().shortName()));
            }
            order.add(test.get().id());
        }
        return order.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplayScenario(
                        "tests in the order of the command line",
                        order,
                        null,
                        Experiment.NONE,
                        new ReplayExpectation.AllPass()));
    }

    private static List<String> names(String asked) {
        return Arrays.stream(asked.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private ReplayScenario ofTest(TestEntry test) {
        return switch (test.verdict()) {
            case VICTIM -> culprits(test).map(order -> fails(test, order)).orElseGet(() -> asItFailed(test));
            case FLAKY -> asItFailed(test);
            case BRITTLE, FAILING -> fails(test, List.of(test.id()));
            case NON_IDEMPOTENT ->
                scenario(
                        test,
                        List.of(test.id()),
                        Experiment.TWICE,
                        new ReplayExpectation.FailsTheSecondTime(test.id()));
            case ISOLATED -> alone(test, new ReplayExpectation.Passes(test.id()));
            case UNCHECKED -> alone(test, runs.shownAlone(test));
            case SKIPPED -> throw new ProblemException(ReplayAdvice.skipped(test.shortName()));
        };
    }

    /** The smallest run that is known to fail. */
    private static Optional<List<TestId>> culprits(TestEntry test) {
        if (test.diagnosis() == null || test.diagnosis().culprits().isEmpty()) {
            return Optional.empty();
        }
        List<TestId> order = new ArrayList<>(test.diagnosis().culprits().get(0).tests());
        order.remove(test.id());
        order.add(test.id());
        return Optional.of(order);
    }

    private ReplayScenario asItFailed(TestEntry test) {
        Integer failedIn = test.failedIn();
        return report.runs().stream()
                .filter(run -> failedIn != null && run.number() == failedIn)
                .findFirst()
                .map(run -> fails(test, runs.upTo(run, test)))
                .orElseThrow(() -> new ProblemException(ReplayAdvice.notReplayable("the failure of " + test.shortName()
                        + ", a " + test.verdict().label() + " test,")));
    }

    private ReplayScenario fails(TestEntry test, List<TestId> order) {
        return scenario(test, order, Experiment.NONE, new ReplayExpectation.Fails(test.id()));
    }

    private ReplayScenario alone(TestEntry test, ReplayExpectation expectation) {
        return scenario(test, List.of(test.id()), Experiment.NONE, expectation);
    }

    private ReplayScenario scenario(
            TestEntry test, List<TestId> order, Experiment experiment, ReplayExpectation expectation) {
        String name = test.shortName() + " (" + test.verdict().label() + ")";
        return new ReplayScenario(name, order, test.id(), experiment, expectation);
    }
}
