package io.github.testhygiene.report.chart;

import static io.github.testhygiene.report.chart.ChartReports.id;
import static io.github.testhygiene.report.chart.ChartReports.ids;
import static io.github.testhygiene.report.chart.ChartReports.report;
import static io.github.testhygiene.report.chart.ChartReports.tests;
import static io.github.testhygiene.report.chart.Outcome.ABSENT;
import static io.github.testhygiene.report.chart.Outcome.FAILED;
import static io.github.testhygiene.report.chart.Outcome.NOT_RUN;
import static io.github.testhygiene.report.chart.Outcome.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunMatrixTest {

    private static RunEntry run(int number, RunKind kind, List<TestId> order, List<TestId> failed, List<TestId> open) {
        return new RunEntry(number, "run-" + number, kind, order.size(), 9, "completed", null, order, failed, open);
    }

    private static RunEntry alone(int number, List<TestId> failed, List<TestId> open) {
        return new RunEntry(number, "alone:" + number, RunKind.ALONE, 1, 9, "completed", null, null, failed, open);
    }

    @Test
    void everyOutcomeStandsAtItsTestWhateverTheOrder() {
        RunEntry run = run(2, RunKind.REVERSE, ids(4, 3, 1, 0), ids(3), ids(0));
        RunMatrix matrix = RunMatrix.of(report(tests(5), run));

        assertThat(matrix.rows().get(0).outcomes()).containsExactly(NOT_RUN, PASSED, ABSENT, FAILED, PASSED);
        assertThat(matrix.executed(0)).isEqualTo("M1 12h1m1 0h2");
        assertThat(matrix.failed(0)).isEqualTo("M3 12h1");
        assertThat(matrix.notRun(0)).isEqualTo("M0 12h1");
        assertThat(matrix.rows().get(0).title()).isEqualTo("run 2 (reverse order), run-2: 1 failed, 1 not run");
    }

    @Test
    void whatARunDoesNotTellIsNoPass() {
        RunEntry crashed = new RunEntry(2, "s", RunKind.SHUFFLED, 3, 9, "crashed", "it crashed", null, ids(1));
        RunEntry nobodyKnows = new RunEntry(3, "t", RunKind.TWICE, 1, 9, "completed", null, null, List.of());
        RunMatrix matrix = RunMatrix.of(report(tests(3), crashed, nobodyKnows));

        assertThat(matrix.rows()).hasSize(1);
        assertThat(matrix.rows().get(0).outcomes()).containsExactly(NOT_RUN, FAILED, NOT_RUN);
        assertThat(matrix.leftOut()).isEqualTo(1);
    }

    @Test
    void allAloneRunsAreOneRowBelowTheReferenceRun() {
        RunEntry reference = run(1, RunKind.REFERENCE, ids(0, 1, 2, 3), List.of(), List.of());
        RunEntry step = run(7, RunKind.ALONE, ids(0, 3), ids(3), List.of());
        RunMatrix matrix = RunMatrix.of(report(
                tests(4),
                alone(2, List.of(), List.of()),
                reference,
                alone(3, ids(1), List.of()),
                alone(4, List.of(), ids(2)),
                step));

        assertThat(matrix.rows()).extracting(MatrixRow::name).containsExactly("reference", "alone");
        assertThat(matrix.rows().get(1).outcomes()).containsExactly(PASSED, FAILED, NOT_RUN, FAILED);
        assertThat(matrix.leftOut()).isZero();
    }

    @Test
    void ordersComeFirstAndSmallRunsAreLeftOut() {
        List<RunEntry> runs = new ArrayList<>();
        runs.add(run(1, RunKind.SEARCH, ids(0, 1), ids(1), List.of()));
        runs.add(run(2, RunKind.LOCATE, ids(0, 1, 2), ids(1), List.of()));
        for (int i = 3; i < 90; i++) {
            runs.add(run(i, RunKind.SHUFFLED, ids(2, 1, 0), List.of(), List.of()));
        }
        runs.add(run(90, RunKind.REVERSE, ids(2, 1, 0), ids(0), List.of()));
        RunMatrix matrix = RunMatrix.of(report(tests(3), runs.toArray(RunEntry[]::new)));

        assertThat(matrix.rows()).hasSize(59);
        assertThat(matrix.rows().get(0).number()).isEqualTo("90");
        assertThat(matrix.rows().get(1).number()).isEqualTo("3");
        assertThat(matrix.leftOut()).isEqualTo(31);
        assertThat(matrix.height()).isEqualTo(59 * 16);
    }

    @Test
    void theTableHoldsTheTestsThatFailedMostOftenFirst() {
        List<TestEntry> tests = tests(100);
        List<TestId> all = tests.stream().map(TestEntry::id).toList();
        RunEntry[] runs = IntStream.rangeClosed(1, 50)
                .mapToObj(i -> run(i, RunKind.SHUFFLED, all, i == 9 ? all : ids(70), List.of()))
                .toArray(RunEntry[]::new);
        FailureTable table = FailureTable.of(report(tests, runs), RunMatrix.of(report(tests, runs)));

        assertThat(table.lines().shown()).hasSize(60);
        assertThat(table.lines().more()).isEqualTo(40);
        assertThat(table.lines().shown().get(0).test()).isEqualTo(id(70));
        assertThat(table.columns().shown()).hasSize(40);
        assertThat(table.columns().rest("run")).isEqualTo("and 10 more runs");
    }

    @Test
    void tenThousandTestsInTwentyRunsStaySmallEvenIfATenthFails() {
        List<TestEntry> tests = tests(10_000);
        List<TestId> order = new ArrayList<>(tests.stream().map(TestEntry::id).toList());
        Random random = new Random(20261122);
        List<RunEntry> runs = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            Collections.shuffle(order, random);
            runs.add(run(i, RunKind.SHUFFLED, order, order.subList(0, 1_000), order.subList(9_000, 10_000)));
        }
        RunMatrix matrix = RunMatrix.of(report(tests, runs.toArray(RunEntry[]::new)));

        int bytes = matrix.tracks().length();
        for (int i = 0; i < 20; i++) {
            bytes += matrix.executed(i).length() + matrix.notRun(i).length();
            bytes += matrix.failed(i).length() + matrix.marks(i).length();
        }
        assertThat(bytes).isLessThan(600_000);
        assertThat(matrix.marks(0)).isEqualTo(matrix.failed(0)).isNotEmpty();
    }
}
