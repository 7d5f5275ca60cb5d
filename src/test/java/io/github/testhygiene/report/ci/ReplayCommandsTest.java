package io.github.testhygiene.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.report.SampleReports;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayCommandsTest {

    private static final String COMMAND = "mvn verify -Dtest-hygiene.onlyRun=reverse -Dtest-hygiene.seed=20261122";

    @Test
    void theCommandsOfAccusedTestsAreSaidOnce() {
        assertThat(ReplayCommands.collect(SampleReports.full())).containsExactly(COMMAND);
    }

    @Test
    void whatIsAcceptedOrUncheckedIsNotReplayed() {
        Finding victim = SampleReports.finding("victim", Severity.ERROR, "OrderTotalsIT", "countsOrders", "m");
        Finding unchecked = SampleReports.finding("unchecked", Severity.WARNING, "ReportIT", "exportsCsv", "m");

        assertThat(ReplayCommands.collect(CiReports.with(victim))).containsExactly(COMMAND);
        assertThat(ReplayCommands.collect(CiReports.with(victim.asAccepted(), unchecked)))
                .isEmpty();
    }

    @Test
    void aCommandThatWouldHaveToBeChangedIsLeftOut() {
        assertThat(commands("mvn verify -Dx='<a>|b'")).containsExactly("mvn verify -Dx='<a>|b'");
        assertThat(commands("mvn\nverify")).isEmpty();
        assertThat(commands("mvn \u001B[31m")).isEmpty();
        assertThat(commands("x".repeat(100_000))).isEmpty();
        assertThat(commands(" ")).isEmpty();
    }

    private static List<String> commands(String replay) {
        TestEntry test = SampleReports.full().tests().get(0);
        TestEntry failing = new TestEntry(
                test.id(),
                test.className(),
                test.methodName(),
                test.displayName(),
                VerdictKind.FAILING,
                null,
                test.evidence(),
                null,
                null,
                test.durations(),
                test.budget(),
                replay);
        Finding finding =
                new Finding("failing", Severity.ERROR, test.className(), test.methodName(), "m", "a", "d", "f", false);
        return ReplayCommands.collect(SampleReports.with(SampleReports.full(), List.of(failing), List.of(finding)));
    }
}
