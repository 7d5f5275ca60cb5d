package io.github.testhygiene.replay;

import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.ordered;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.skipped;
import static io.github.testhygiene.fixture.SampleTests.test;
import static io.github.testhygiene.fixture.SampleTests.vintage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.SuiteBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayRunFactoryTest {

    private static final RecordedTest A1 = test("shop.AIT", "one");
    private static final RecordedTest A2 = test("shop.AIT", "two");
    private static final RecordedTest B = test("shop.BIT", "one");
    private static final RecordedTest NESTED = test("shop.BIT$WhenPaid", "one");
    private static final RecordedTest STEP1 = ordered("shop.StepsIT", "one");
    private static final RecordedTest STEP2 = ordered("shop.StepsIT", "two");
    private static final RecordedTest SKIPPED = test("shop.SkippedIT", "one");
    private static final RecordedTest OLD = vintage("shop.OldIT", "one");
    private static final List<RecordedTest> ALL = List.of(A1, A2, B, NESTED, STEP1, STEP2, SKIPPED, OLD);

    @Test
    void theTestsAreExecutedInTheirOrderWithTheExperiment() {
        RunRequest request = request(false, Experiment.TWICE, A1, B, NESTED, A2, A1);

        assertThat(request.tests()).containsExactly(B, NESTED, A2, A1);
        assertThat(request.experiment()).isEqualTo(Experiment.TWICE);
        assertThat(request.segments()).hasSize(1);
    }

    @Test
    void everyClassHasItsOwnJvmWhereTheUserDoesSo() {
        RunRequest request = request(true, Experiment.NONE, null, A1, B, A2);

        assertThat(request.segments()).hasSize(3);
        assertThat(request.tests()).containsExactly(A1, B, A2);
    }

    @Test
    void aSuspectOfAClassThatDeclaresItsOrderIsExecutedWithItsClass() {
        assertThat(request(false, Experiment.NONE, STEP2, A1, STEP2).tests()).containsExactly(A1, STEP1, STEP2);
        assertThat(request(false, Experiment.NONE, null, A1, STEP2).tests()).containsExactly(A1, STEP2);
    }

    @Test
    void testsThatWereNotExecutedAreNamed() {
        RecordedTest removed = test("shop.AIT", "removed");

        assertThatThrownBy(() -> request(false, Experiment.NONE, null, A1, removed, SKIPPED))
                .hasMessageContaining(
                        "failsafe did not execute [class:shop.AIT]/[method:removed()], [class:shop.SkippedIT]/");
    }

    @Test
    void anOrderThatComesBackToAClassIsImpossible() {
        assertThatThrownBy(() -> request(false, Experiment.NONE, null, A1, B, A2))
                .hasMessageContaining("AIT.two comes too late");
        assertThatThrownBy(() -> request(false, Experiment.NONE, null, NESTED, B))
                .hasMessageContaining("BIT.one comes too late");
    }

    @Test
    void aTestWhoseOrderNobodyChoosesIsExecutedAlone() {
        assertThat(request(false, Experiment.NONE, OLD, OLD).tests()).containsExactly(OLD);
        assertThatThrownBy(() -> request(false, Experiment.NONE, null, A1, OLD))
                .hasMessageContaining("nobody can choose the order of OldIT.one, a test of 'junit-vintage'");
    }

    private static RunRequest request(
            boolean jvmPerClass, Experiment experiment, @Nullable RecordedTest suspect, RecordedTest... order) {
        List<TestOutcome> outcomes = ALL.stream()
                .map(test -> test.equals(SKIPPED) ? skipped(test) : test.equals(B) ? failed(test) : passed(test))
                .toList();
        List<TestId> ids = Stream.of(order).map(RecordedTest::id).toList();
        ReplayScenario scenario = new ReplayScenario(
                "it", ids, suspect == null ? null : suspect.id(), experiment, new ReplayExpectation.AllPass());
        return new ReplayRunFactory(new SuiteBuilder(OrderedClasses.UNIT, jvmPerClass)
                        .build(SampleRecordings.of(ALL, outcomes), test -> true))
                .of(scenario);
    }
}
