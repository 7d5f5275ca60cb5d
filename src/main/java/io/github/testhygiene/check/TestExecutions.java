package io.github.testhygiene.check;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Recording.RecordedLaunch;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.timing.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes runs apart into the executions of their tests. */
public final class TestExecutions {

    private final Recording recording;
    private final Map<TestId, RecordedTest> tests;

    private TestExecutions(Recording recording) {
        this.recording = recording;
        this.tests = recording.tests().stream().collect(Collectors.toMap(RecordedTest::id, Function.identity()));
    }

    /**
     * All executions of all tests, run by run. What was skipped was not executed; what a run executed twice is left out,
     * because only one of the two outcomes is known.
     */
    static List<Execution> of(List<CompletedRun> runs, Recording recording) {
        TestExecutions executions = new TestExecutions(recording);
        return runs.stream().flatMap(run -> executions.of(run).stream()).toList();
    }

    private List<Execution> of(CompletedRun run) {
        List<List<TestId>> jvms = jvms(run);
        Map<TestId, TestOutcome> outcomes = run.result().outcomes();
        List<TestId> order = order(run, jvms);
        Set<TestId> twice = twice(jvms);
        Map<TestId, Integer> jvmOf = new HashMap<>();
        for (int i = 0; i < jvms.size(); i++) {
            for (TestId id : jvms.get(i)) {
                jvmOf.putIfAbsent(id, i);
            }
        }
        List<Execution> executions = new ArrayList<>();
        Set<Place> seen = new HashSet<>();
        for (int i = 0; i < order.size(); i++) {
            TestId id = order.get(i);
            RecordedTest test = tests.get(id);
            int jvm = jvmOf.getOrDefault(id, 0);
            boolean firstOfJvm = seen.add(new Place(jvm, ""));
            boolean firstOfClass = test != null && seen.add(new Place(jvm, test.className()));
            TestOutcome outcome = outcomes.get(id);
            if (test != null && outcome != null && !twice.contains(id)) {
                List<TestId> before = order.subList(0, i);
                executions.add(new Execution(
                        id,
                        test.className(),
                        run.request().kind(),
                        outcome.duration(),
                        outcome.body(),
                        firstOfJvm,
                        firstOfClass,
                        before));
            }
        }
        return executions;
    }

    /** A class in a JVM; without a name, the JVM itself. */
    private record Place(int jvm, String className) {}

    private List<List<TestId>> jvms(CompletedRun run) {
        return run.request().kind() == RunKind.REFERENCE
                ? recording.launches().stream().map(RecordedLaunch::tests).toList()
                : run.request().segments().stream().map(TestExecutions::ids).toList();
    }

    private static List<TestId> ids(Segment segment) {
        return segment.tests().stream().map(RecordedTest::id).toList();
    }

    /** The tests that ran, in the order of their starts. */
    private List<TestId> order(CompletedRun run, List<List<TestId>> jvms) {
        Map<TestId, TestOutcome> outcomes = run.result().outcomes();
        List<TestId> planned = jvms.stream().flatMap(List::stream).toList();
        if (run.request().kind() == RunKind.REFERENCE) {
            // JVMs may have run side by side, and a test that took its JVM with it has no outcome but may have left
            // rows.
            Set<TestId> launched = Set.copyOf(planned);
            return recording.tests().stream()
                    .map(RecordedTest::id)
                    .filter(id -> launched.contains(id) && !isSkipped(outcomes.get(id)))
                    .toList();
        }
        // A class that declares its order may have kept to it rather than to the plan; the outcomes know.
        boolean once = planned.size() == Set.copyOf(planned).size();
        return (once ? List.copyOf(outcomes.keySet()) : planned)
                .stream()
                        .filter(id -> outcomes.containsKey(id) && !isSkipped(outcomes.get(id)))
                        .toList();
    }

    private static boolean isSkipped(@Nullable TestOutcome outcome) {
        return outcome != null && outcome.status() == TestStatus.SKIPPED;
    }

    private static Set<TestId> twice(List<List<TestId>> jvms) {
        Set<TestId> seen = new HashSet<>();
        return jvms.stream().flatMap(List::stream).filter(id -> !seen.add(id)).collect(Collectors.toSet());
    }
}
