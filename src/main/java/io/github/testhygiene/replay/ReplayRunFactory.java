package io.github.testhygiene.replay;

import io.github.testhygiene.advice.ReplayAdvice;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a run of a scenario, with what was recorded just now.
 *
 * @param suite the tests that were recorded
 */
public record ReplayRunFactory(Suite suite) {

    /**
     * The run.
     *
     * @param scenario what to replay
     * @return the run
     * @throws ProblemException if a test was not recorded, or nobody can execute the order
     */
    RunRequest of(ReplayScenario scenario) {
        List<String> missing = scenario.order().stream()
                .filter(id -> suite.unitOf(id).isEmpty())
                .map(ReplayRunFactory::shown)
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(ReplayAdvice.notRecorded(missing));
        }
        RunRequest request = suite.ofTests("replay", RunKind.CONFIRM, order(scenario));
        Optional<RecordedTest> misplaced = Suite.misplaced(request);
        if (misplaced.isPresent()) {
            RecordedTest test = misplaced.get();
            throw new ProblemException(
                    ReplayAdvice.noOrder(test.shortName(), test.id().engine()));
        }
        return request.as(request.label(), request.kind(), scenario.experiment());
    }

    /** A suspect that shares its verdict with the other tests of its class is executed with them. */
    private List<TestId> order(ReplayScenario scenario) {
        List<TestId> order = new ArrayList<>(scenario.order());
        TestId suspect = scenario.suspect();
        if (suspect != null) {
            List<TestId> unit = suite.unitOf(suspect).orElseThrow().tests().stream()
                    .map(RecordedTest::id)
                    .toList();
            order.removeAll(unit);
            order.addAll(unit);
        }
        return order;
    }

    /** The class and the method of an id, since of a test that is not there no more is known. */
    private static String shown(TestId id) {
        return id.value().replaceFirst("^\\[engine:[^]]*]/", "");
    }
}
