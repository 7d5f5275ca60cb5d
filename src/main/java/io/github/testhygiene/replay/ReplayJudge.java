package io.github.testhygiene.replay;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.replay.ReplayVerdict.Ending;
import io.github.testhygiene.text.RunExitPhrase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what a run showed with what was recorded of it.
 *
 * @param scenario what was replayed
 * @param run what it showed
 * @param expectFixed whether the person hopes that it no longer fails
 */
public record ReplayJudge(ReplayScenario scenario, CompletedRun run, boolean expectFixed) {

    private static final int MOST_NAMES = 3;

    ReplayVerdict verdict() {
        ReplayExpectation expected = scenario.expectation();
        RunExit exit = run.result().exit();
        if (expected instanceof ReplayExpectation.NoAnswer noAnswer) {
            return comparedWithNoAnswer(noAnswer);
        } else if (!(exit instanceof RunExit.Completed)) {
            return noAnswer(RunExitPhrase.explain(run.result().exit()));
        } else if (expected instanceof ReplayExpectation.Fails fails) {
            return ofSuspect(fails.suspect(), true);
        } else if (expected instanceof ReplayExpectation.Passes passes) {
            return ofSuspect(passes.suspect(), false);
        } else if (expected instanceof ReplayExpectation.FailsTheSecondTime second) {
            return ofSecondRound(second.suspect());
        } else if (expected instanceof ReplayExpectation.ExactlyFail exactly) {
            return ofWholeRun(exactly.failed());
        }
        return ofUnrecorded();
    }

    private ReplayVerdict comparedWithNoAnswer(ReplayExpectation.NoAnswer expected) {
        RunExit exit = run.result().exit();
        if (exit.label().equals(expected.exit())) {
            return new ReplayVerdict(
                    Ending.AS_RECORDED,
                    false,
                    beginning(true, false) + "no answer, since "
                            + RunExitPhrase.explain(run.result().exit()) + ".");
        } else if (!(exit instanceof RunExit.Completed)) {
            return noAnswer(RunExitPhrase.explain(run.result().exit()));
        }
        Set<TestId> failed = failed();
        boolean fixed = failed.isEmpty() && answered(scenario.order());
        return new ReplayVerdict(
                Ending.OTHERWISE,
                fixed,
                beginning(false, fixed) + "the run came to its end, and "
                        + (failed.isEmpty() ? "no test failed." : names(failed) + " failed."));
    }

    private ReplayVerdict ofSuspect(TestId suspect, boolean failsAsRecorded) {
        TestOutcome outcome = run.result().outcomes().get(suspect);
        if (outcome == null || outcome.status() == TestStatus.SKIPPED) {
            return noAnswer(name(suspect) + (outcome == null ? " was not executed" : " was skipped this time"));
        }
        boolean asRecorded = outcome.failed() == failsAsRecorded;
        boolean fixed = outcome.passed();
        String sentence = beginning(asRecorded, fixed) + name(suspect) + (outcome.failed() ? " failed" : " passed")
                + after(suspect) + ".";
        return new ReplayVerdict(asRecorded ? Ending.AS_RECORDED : Ending.OTHERWISE, fixed, sentence);
    }

    private ReplayVerdict ofSecondRound(TestId suspect) {
        RunResult result = run.result();
        TestOutcome first = result.outcomes().get(suspect);
        TestOutcome second = result.again().get(suspect);
        if (first == null || second == null) {
            return noAnswer(name(suspect) + " was not executed twice");
        } else if (first.status() == TestStatus.SKIPPED || second.status() == TestStatus.SKIPPED) {
            return noAnswer(name(suspect) + " was skipped this time");
        }
        boolean asRecorded = first.passed() && second.failed();
        boolean fixed = first.passed() && second.passed();
        String what = first.failed()
                ? " failed the first time already"
                : fixed
                        ? " passed twice in the same JVM and database"
                        : " passed, and failed when it was run a second time in the same JVM and database";
        return new ReplayVerdict(
                asRecorded ? Ending.AS_RECORDED : Ending.OTHERWISE,
                fixed,
                beginning(asRecorded, fixed) + name(suspect) + what + ".");
    }

    private ReplayVerdict ofWholeRun(Set<TestId> recorded) {
        if (!executed(scenario.order())) {
            return noAnswer("not all tests were executed");
        }
        Set<TestId> failed = failed();
        boolean asRecorded = failed.equals(recorded);
        boolean fixed = failed.isEmpty() && answered(recorded);
        String what = failed.isEmpty() ? "no test failed" : names(failed) + " failed, and no other test";
        String then = asRecorded ? "" : "; then " + (recorded.isEmpty() ? "none did" : names(recorded) + " did");
        return new ReplayVerdict(
                asRecorded ? Ending.AS_RECORDED : Ending.OTHERWISE,
                fixed,
                beginning(asRecorded, fixed) + what + then + ".");
    }

    private ReplayVerdict ofUnrecorded() {
        if (!answered(scenario.order())) {
            return noAnswer("not all tests were executed, or some were skipped");
        }
        Set<TestId> failed = failed();
        if (failed.isEmpty()) {
            String all = scenario.order().size() == 1 ? name(scenario.order().get(0)) : "All tests";
            return new ReplayVerdict(Ending.AS_RECORDED, true, all + " passed; nothing was recorded of this run.");
        }
        TestId first = failed.iterator().next();
        String others = failed.size() == 1 ? "" : " (" + (failed.size() - 1) + " more failed)";
        return new ReplayVerdict(
                Ending.OTHERWISE,
                false,
                name(first) + " failed" + after(first) + others + "; nothing was recorded of this run.");
    }

    private static ReplayVerdict noAnswer(String reason) {
        return new ReplayVerdict(Ending.NO_ANSWER, false, reason);
    }

    private String beginning(boolean asRecorded, boolean fixed) {
        if (expectFixed) {
            return fixed ? "Fixed: " : "Not fixed: ";
        }
        return asRecorded ? "As recorded: " : "Not as recorded: ";
    }

    private String after(TestId suspect) {
        List<TestId> order = new ArrayList<>(run.result().outcomes().keySet());
        List<TestId> before = order.subList(0, Math.max(0, order.indexOf(suspect)));
        if (before.size() > MOST_NAMES) {
            return " after " + before.size() + " other tests, the last of which was "
                    + name(before.get(before.size() - 1));
        }
        return before.isEmpty() ? " alone" : " after " + names(before);
    }

    private boolean executed(Iterable<TestId> tests) {
        for (TestId test : tests) {
            if (!run.result().outcomes().containsKey(test)) {
                return false;
            }
        }
        return true;
    }

    private boolean answered(Iterable<TestId> tests) {
        for (TestId test : tests) {
            TestOutcome outcome = run.result().outcomes().get(test);
            if (outcome == null || outcome.status() == TestStatus.SKIPPED) {
                return false;
            }
        }
        return true;
    }

    /** In the order in which they ran. */
    private Set<TestId> failed() {
        return run.result().outcomes().values().stream()
                .filter(TestOutcome::failed)
                .map(TestOutcome::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String names(Iterable<TestId> tests) {
        List<String> names = new ArrayList<>();
        tests.forEach(test -> names.add(name(test)));
        if (names.size() > MOST_NAMES + 1) {
            int more = names.size() - MOST_NAMES;
            return String.join(", ", names.subList(0, MOST_NAMES)) + " and " + more + " more tests";
        }
        String last = names.remove(names.size() - 1);
        return names.isEmpty() ? last : String.join(", ", names) + " and " + last;
    }

    private String name(TestId test) {
        return run.request().tests().stream()
                .filter(each -> each.id().equals(test))
                .map(RecordedTest::shortName)
                .findFirst()
                .orElse(test.value());
    }
}
