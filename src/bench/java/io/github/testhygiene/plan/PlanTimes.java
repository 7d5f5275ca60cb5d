package io.github.testhygiene.plan;

import io.github.testhygiene.diagnosis.Coverage;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * Prints how much CPU time planning takes for generated suites: classes of ten tests, each of which names four of six tables that
 * everybody uses, leaves rows in one of them every second time, and uses one of many tables that few others know.
 */
public final class PlanTimes {

    private static final int RUNS = 5;

    private PlanTimes() {}

    /** The arguments are numbers of tests; 1,000, 10,000 and 50,000 without any. */
    public static void main(String[] arguments) {
        int[] sizes = arguments.length == 0
                ? new int[] {1_000, 10_000, 50_000}
                : List.of(arguments).stream().mapToInt(Integer::parseInt).toArray();
        System.out.println("| plan | tests | suspected pairs | runs planned | plan, ms | queue, ms | next run after an order, ms | coverage, ms |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int size : sizes) {
            List<String> lines = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                lines.add(measured(recording(size)));
            }
            System.out.println("| first " + lines.get(0)); // with what it takes to load and compile classes
            System.out.println("| later " + lines.get(RUNS - 1));
        }
    }

    private static String measured(Recording recording) {
        Suite suite = new SuiteBuilder(OrderedClasses.UNIT, false).build(recording, test -> true);
        long pairs = new SuspectedPairs(TableUse.of(suite.units(), recording.database())).count();
        long start = cpuTime();
        List<RunRequest> planned =
                RunPlanner.of(new Seed(1), 2, Effort.NORMAL, recording).plan(suite);
        long plannedAt = cpuTime();
        RunQueue queue = new RunQueue(planned, suite, recording, Duration.ofMinutes(10), 2);
        long queuedAt = cpuTime();
        RunRequest order = planned.get(0);
        queue.remove(order);
        List<TestOutcome> outcomes = List.copyOf(recording.outcomes().values());
        queue.note(new CompletedRun(2, order, RunResult.of(new RunExit.Completed(), outcomes, Duration.ofMinutes(1))));
        queue.poll();
        long nextAt = cpuTime();
        Coverage.measure(suite, orders(planned, outcomes), recording.database());
        return "| %,d | %,d | %,d | %d | %d | %d | %d |"
                .formatted(
                        suite.units().size(),
                        pairs,
                        planned.size(),
                        (plannedAt - start) / 1_000_000,
                        (queuedAt - plannedAt) / 1_000_000,
                        (nextAt - queuedAt) / 1_000_000,
                        (cpuTime() - nextAt) / 1_000_000);
    }

    /** Every order but the reverse of another, so that each pair has to be looked at. */
    private static List<CompletedRun> orders(List<RunRequest> planned, List<TestOutcome> outcomes) {
        RunResult result = RunResult.of(new RunExit.Completed(), outcomes, Duration.ofMinutes(1));
        return planned.stream()
                .filter(run -> run.kind() == RunKind.SHUFFLED || run.kind() == RunKind.TWICE)
                .filter(run -> !run.label().endsWith(RunPlanner.REVERSED))
                .map(run -> new CompletedRun(3, run, result))
                .toList();
    }

    // Other work on the machine counts for nothing; everything here is one thread's.
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Recording recording(int size) {
        Random random = new Random(size);
        List<RecordedTest> tests = new ArrayList<>();
        Map<TestId, TestOutcome> outcomes = new LinkedHashMap<>();
        Map<TestId, SpanEvidence> spans = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            String className = "com.example.shop.p" + i / 500 + ".C" + i / 10 + "IT";
            String method = "test" + i % 10;
            TestId id = new TestId("[engine:junit-jupiter]/[class:" + className + "]/[method:" + method + "()]");
            tests.add(new RecordedTest(id, List.of(className), method, "", method + "()", ""));
            Duration duration = Duration.ofMillis(20 + random.nextInt(200));
            outcomes.put(id, new TestOutcome(id, TestStatus.PASSED, duration, null));
            spans.put(id, span(random, size));
        }
        List<Recording.RecordedLaunch> launches = List.of(new Recording.RecordedLaunch(
                new LaunchRecipe(
                        "/jdk", List.of(), List.of(), List.of(), Map.of(), Map.of(), "/", Map.of()),
                tests.stream().map(RecordedTest::id).toList()));
        return new Recording(Instant.EPOCH, Duration.ofMinutes(10), tests, outcomes, launches)
                .withDatabase(new DatabaseEvidence(null, null, spans, List.of()));
    }

    private static SpanEvidence span(Random random, int size) {
        TreeSet<String> named = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            named.add("public.common" + random.nextInt(6));
        }
        String own = "public.rare" + random.nextInt(Math.max(1, size / 50));
        List<TableChange> left = new ArrayList<>();
        TreeSet<String> written = new TreeSet<>();
        for (String table : List.of(named.first(), own)) {
            if (random.nextBoolean()) {
                left.add(new TableChange(table, 1, 0, 0, false, null, null, List.of(), false, false));
                written.add(table);
            }
        }
        named.add(own);
        return new SpanEvidence(null, left, null, written, named, null);
    }
}
