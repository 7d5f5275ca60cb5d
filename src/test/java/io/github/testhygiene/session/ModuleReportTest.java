package io.github.testhygiene.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.gate.Gate;
import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.report.trend.TrendReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleReportTest {

    private static final GatePolicy VICTIMS = new GatePolicy(Set.of("victim"));
    private static final GatePolicy SLEEPS = new GatePolicy(Set.of("sleeps"));
    private static final GatePolicy NOTHING = new GatePolicy(Set.of());
    private static final Path FOLDER = Path.of("target", "test-hygiene");

    private final List<Finding> findings =
            List.of(Findings.of(Rule.VICTIM, "shop.OrderIT", "counts", "It fails.", "Fix it."));
    private final List<HygieneReport> written = new ArrayList<>();
    private final List<Problem> unwritten = new ArrayList<>();

    @Test
    void theSamePolicyGetsTheResultThatIsInTheReport() {
        // No gate would come to it: it is read and not judged again.
        GateResult kept = new GateResult(false, List.of(new GateResult.Breach("victim", 7, 0, "as it was judged")));
        ModuleReport report = reportOf(kept);
        report.write(FOLDER);

        assertThat(report.gate(new GatePolicy(Set.of("victim")), FOLDER, unwritten::add))
                .isEqualTo(kept);
        assertThat(written).hasSize(1);
    }

    @Test
    void aPolicyWithAnotherResultIsWrittenIntoTheReport() {
        ModuleReport report = judged(VICTIMS);
        report.write(FOLDER);

        assertThat(report.gate(NOTHING, FOLDER, unwritten::add).passed()).isTrue();
        assertThat(written).extracting(each -> each.gate().passed()).containsExactly(false, true);
        assertThat(report.gate(VICTIMS, FOLDER, unwritten::add).passed()).isFalse();
        assertThat(written).extracting(each -> each.gate().passed()).containsExactly(false, true, false);
        assertThat(unwritten).isEmpty();
    }

    @Test
    void aPolicyWithTheSameResultWritesNothing() {
        ModuleReport report = judged(NOTHING);
        report.write(FOLDER);

        assertThat(report.gate(SLEEPS, FOLDER, unwritten::add).passed()).isTrue();
        assertThat(written).hasSize(1);
    }

    @Test
    void aReportThatCannotBeWrittenIsJudgedAllTheSame() {
        ModuleReport report = new ModuleReport(reportWith(Gate.judge(findings, NOTHING)), NOTHING, (each, folder) -> {
            throw new UncheckedIOException("index.html", new IOException("No space left on device"));
        });

        assertThat(report.isWritten()).isFalse();
        assertThat(report.write(FOLDER)).get().satisfies(problem -> assertThat(problem.text())
                .contains("index.html", "No space left on device"));
        assertThat(report.gate(VICTIMS, FOLDER, unwritten::add).passed()).isFalse();
        assertThat(report.isWritten()).isFalse();
        assertThat(unwritten).singleElement().satisfies(problem -> assertThat(problem.text())
                .contains("No space left on device"));
    }

    @Test
    void aReportIsWrittenWhenAllOfItsFilesAre() {
        ModuleReport report = judged(VICTIMS);

        assertThat(report.isWritten()).isFalse();
        assertThat(report.write(FOLDER)).isEmpty();
        assertThat(report.isWritten()).isTrue();
    }

    private ModuleReport judged(GatePolicy policy) {
        return new ModuleReport(
                reportWith(Gate.judge(findings, policy)), policy, (report, folder) -> written.add(report));
    }

    private ModuleReport reportOf(GateResult gate) {
        return new ModuleReport(reportWith(gate), VICTIMS, (report, folder) -> written.add(report));
    }

    private HygieneReport reportWith(GateResult gate) {
        return TrendReports.report(List.of(), findings).withGate(gate);
    }
}
