package io.github.testhygiene.check;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Recording.RecordedLaunch;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A suite of any size that takes no time: ten tests a class, each with statements of its own. A victim fails as soon as
 * its one polluter has run before it in the same JVM; in the reference order every polluter comes later.
 */
final class FakeSuite implements TestRunner {

    private static final int TESTS_IN_CLASS = 10;
    private static final Duration TAKES = Duration.ofMillis(80);

    private final List<RecordedTest> tests = new ArrayList<>();
    private final Map<TestId, TestId> polluters = new HashMap<>();
    private long executed;
    private long nanos;

    /**
     * A suite.
     *
     * @param size how many tests; at least 100
     * @param victims how many of them have a polluter
     */
    FakeSuite(int size, int victims) {
        for (int number = 0; number < size; number++) {
            tests.add(test(number));
        }
        Random random = new Random(20261122);
        for (int number = 0; number < victims; number++) {
            int victim = number * (size / victims);
            int polluter = victim + 1 + random.nextInt(size - victim - 1);
            polluters.put(tests.get(victim).id(), tests.get(polluter).id());
        }
    }

    /** How often a test was executed in all runs so far. */
    long executed() {
        return executed;
    }

    /** The time that the runs took here, which is none of the plugin's. */
    long nanos() {
        return nanos;
    }

    /** What the user's own run shows. */
    Recording recording() {
        Map<TestId, TestOutcome> outcomes = new LinkedHashMap<>();
        Map<TestId, SpanEvidence> evidence = new LinkedHashMap<>();
        for (RecordedTest test : tests) {
            outcomes.put(test.id(), outcome(test, false));
            evidence.put(test.id(), evidence(test));
        }
        LaunchRecipe recipe = new LaunchRecipe(
                "/opt/jdk", List.of(), List.of("target/classes"), List.of(), Map.of(), Map.of(), "/shop", Map.of());
        return new Recording(
                Instant.parse("2026-11-22T09:30:15Z"),
                TAKES.multipliedBy(tests.size()),
                tests,
                outcomes,
                List.of(new RecordedLaunch(
                        recipe, tests.stream().map(RecordedTest::id).toList())),
                Map.of(),
                new DatabaseEvidence(null, null, evidence, List.of()));
    }

    @Override
    public RunResult run(RunRequest request) {
        long before = System.nanoTime();
        List<TestOutcome> outcomes = new ArrayList<>();
        List<TestOutcome> again = new ArrayList<>();
        for (Segment segment : request.segments()) {
            Set<TestId> ran = new HashSet<>();
            play(segment, request.experiment().fixturesOnly(), ran, outcomes);
            if (request.experiment().rounds() == 2) {
                play(segment, Set.of(), ran, again);
            }
        }
        Duration duration = TAKES.multipliedBy(outcomes.size() + again.size());
        RunExit exit = new RunExit.Completed();
        RunResult result = new RunResult(
                exit,
                RunResult.of(exit, outcomes, duration).outcomes(),
                duration,
                RunResult.of(exit, again, duration).outcomes(),
                null);
        nanos += System.nanoTime() - before;
        return result;
    }

    private void play(Segment segment, Set<TestId> fixturesOnly, Set<TestId> ran, List<TestOutcome> outcomes) {
        for (RecordedTest test : segment.tests()) {
            if (fixturesOnly.contains(test.id())) {
                outcomes.add(new TestOutcome(test.id(), TestStatus.SKIPPED, Duration.ZERO, null));
            } else {
                // In the second round of all tests nobody is the first any more: those are no victims of ours.
                boolean second = ran.contains(test.id());
                TestId polluter = polluters.get(test.id());
                outcomes.add(outcome(test, !second && polluter != null && ran.contains(polluter)));
                ran.add(test.id());
                executed++;
            }
        }
    }

    private static TestOutcome outcome(RecordedTest test, boolean fails) {
        TestFailure failure = fails
                ? new TestFailure(
                        "org.opentest4j.AssertionFailedError",
                        "expected: <1> but was: <2>",
                        "org.opentest4j.AssertionFailedError: expected: <1> but was: <2>\n\tat " + test.className() + "."
                                + test.methodName() + "(Test.java:42)\n")
                : null;
        return new TestOutcome(test.id(), fails ? TestStatus.FAILED : TestStatus.PASSED, TAKES, failure);
    }

    private static SpanEvidence evidence(RecordedTest test) {
        String table = "public.t" + Math.floorMod(test.className().hashCode(), 60);
        SqlUse.@Nullable Repeated repeated = new SqlUse.Repeated("SELECT name FROM " + table + " WHERE id = $1", 3);
        SqlUse sql = new SqlUse(12, 4.5, 30, 0, 0, 6, 1L, 0, repeated);
        return new SpanEvidence(sql, List.of(), null, Set.of(table), Set.of(table), null);
    }

    private static RecordedTest test(int number) {
        int classNumber = number / TESTS_IN_CLASS;
        String className = "com.example.warehouse.part" + classNumber / 50 + ".Scenario" + classNumber + "IT";
        String method = "keepsTheStockOfEveryArticleAsItWas" + number % TESTS_IN_CLASS;
        TestId id = new TestId("[engine:junit-jupiter]/[class:" + className + "]/[method:" + method + "()]");
        return new RecordedTest(id, List.of(className), method, "", method + "()", "");
    }
}
