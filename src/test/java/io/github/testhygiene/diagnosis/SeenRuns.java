package io.github.testhygiene.diagnosis;

import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.test;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The facts about one test, written as runs: a run is its name and how the test ended in it, in both rounds if it has two:
 * {@code +} passed, {@code -} failed, {@code ?} no answer. Runs of one order have the same tests before it.
 */
final class SeenRuns {

    private static final RecordedTest TEST = test("shop.OrderIT", "a");

    private SeenRuns() {}

    static UnitOutcomes facts(String seen) {
        return facts(TEST, seen);
    }

    static UnitOutcomes facts(RecordedTest subject, String seen) {
        Suite suite = new Suite(List.of(new TestUnit(0, List.of(subject))), false);
        List<CompletedRun> runs = new ArrayList<>();
        for (String each : seen.isBlank() ? new String[0] : seen.strip().split(" ")) {
            String label = each.replaceAll("[+?-]+$", "");
            String ends = each.substring(label.length());
            List<RecordedTest> tests = tests(subject, label);
            RunRequest request = new RunRequest(
                    label,
                    kind(label),
                    List.of(new RunRequest.Segment(0, tests)),
                    ends.length() == 2 ? Experiment.TWICE : Experiment.NONE);
            RunResult first = result(tests, ends.charAt(0));
            RunResult last = result(tests, ends.charAt(ends.length() - 1));
            RunResult result = new RunResult(
                    last.exit(),
                    first.outcomes(),
                    first.duration(),
                    ends.length() == 2 ? last.outcomes() : Map.of(),
                    null);
            runs.add(new CompletedRun(runs.size() + 1, request, result));
        }
        return UnitOutcomes.ofAll(suite, runs).get(0);
    }

    /** The order of everything twice is the reference order, and a repeat has the order that it repeats. */
    private static List<RecordedTest> tests(RecordedTest subject, String label) {
        if (label.equals("alone") || label.equals("once")) {
            return List.of(subject);
        }
        String order = label.replaceFirst("^(confirm|again):", "");
        return List.of(test("shop.CartIT", order.equals("twice") ? "reference" : order), subject);
    }

    private static RunKind kind(String label) {
        String name = label.split("[:-]")[0];
        return switch (name) {
            case "once", "again", "proof" -> RunKind.CONFIRM;
            case "last" -> RunKind.SHUFFLED;
            default -> RunKind.valueOf(name.toUpperCase(Locale.ROOT));
        };
    }

    /** All tests before the last one pass. */
    private static RunResult result(List<RecordedTest> tests, char end) {
        List<TestOutcome> outcomes = new ArrayList<>();
        if (end != '?') {
            tests.subList(0, tests.size() - 1).forEach(before -> outcomes.add(passed(before)));
            RecordedTest last = tests.get(tests.size() - 1);
            outcomes.add(end == '+' ? passed(last) : failed(last));
        }
        RunExit exit = end == '?' ? new RunExit.NoAnswer("it could not be started") : new RunExit.Completed();
        return RunResult.of(exit, outcomes, Duration.ofSeconds(1));
    }
}
