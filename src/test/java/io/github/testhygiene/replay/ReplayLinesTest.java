package io.github.testhygiene.replay;

import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayLinesTest {

    private static final Database DATABASE = new Database(Provider.EMBEDDED, "18.6", null);
    private static final RecordedTest A = test("shop.ImportIT", "imports");
    private static final RecordedTest B = test("shop.OrderIT", "counts");

    @Test
    void beforeTheRunItsTestsAndItsDatabaseAreNamed() {
        assertThat(lines(Experiment.NONE, List.of(A, B)).before(DATABASE))
                .containsExactly(
                        "Replaying OrderIT.counts (victim): 2 tests in a fresh JVM, on a fresh clone of the database"
                                + " (embedded PostgreSQL 18.6)",
                        "  1. ImportIT.imports",
                        "  2. OrderIT.counts");
        assertThat(lines(Experiment.TWICE, List.of(B)).before(DATABASE).get(0))
                .contains("1 test in a fresh JVM, 2 rounds, on a fresh clone");
    }

    @Test
    void afterTheRunEachTestIsToldWithItsFailure() {
        RunResult result = RunResult.of(new RunExit.Completed(), List.of(passed(A), failed(B)), Duration.ZERO);

        assertThat(lines(Experiment.NONE, List.of(A, B)).after(result))
                .containsExactly(
                        "  passed: ImportIT.imports",
                        "  failed: OrderIT.counts",
                        "    org.opentest4j.AssertionFailedError",
                        "    OrderIT.counts failed");
    }

    @Test
    void bothRoundsAreTold() {
        RunResult result = new RunResult(
                new RunExit.Completed(), Map.of(B.id(), passed(B)), Duration.ZERO, Map.of(B.id(), failed(B)), null);

        assertThat(lines(Experiment.TWICE, List.of(B)).after(result))
                .startsWith("  passed: OrderIT.counts", "  failed the second time: OrderIT.counts");
    }

    @Test
    void ofManyTestsTheLastAreNamedAndThoseThatFailed() {
        List<RecordedTest> order = new ArrayList<>(IntStream.range(0, 99)
                .mapToObj(i -> test("shop.CartIT", "t" + i))
                .toList());
        order.add(B);
        List<TestOutcome> outcomes = order.stream()
                .map(test -> test.methodName().equals("t7") ? failed(test) : passed(test))
                .toList();

        assertThat(lines(Experiment.NONE, order).before(DATABASE))
                .hasSize(32)
                .contains("  … 70 tests before these", "  71. CartIT.t70")
                .endsWith("  100. OrderIT.counts");
        assertThat(lines(Experiment.NONE, order).after(RunResult.of(new RunExit.Completed(), outcomes, Duration.ZERO)))
                .containsExactly(
                        "  failed: CartIT.t7",
                        "    org.opentest4j.AssertionFailedError",
                        "    CartIT.t7 failed",
                        "  passed: OrderIT.counts",
                        "  98 other tests did not fail");
    }

    private static ReplayLines lines(Experiment experiment, List<RecordedTest> order) {
        ReplayScenario scenario = new ReplayScenario(
                "OrderIT.counts (victim)",
                order.stream().map(RecordedTest::id).toList(),
                B.id(),
                experiment,
                new ReplayExpectation.Fails(B.id()));
        return new ReplayLines(
                scenario, new RunRequest("replay", RunKind.CONFIRM, List.of(new Segment(0, order)), experiment));
    }
}
