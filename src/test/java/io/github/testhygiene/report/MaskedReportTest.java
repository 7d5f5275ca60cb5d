package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.CheckingCost;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Secrets;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.UncheckedMajority;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.report.ci.JUnitFormat;
import io.github.testhygiene.report.ci.MarkdownFormat;
import io.github.testhygiene.report.ci.RuleText;
import io.github.testhygiene.report.ci.SarifFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says of an error may hold a password, and the report says what the server said. */
class MaskedReportTest {

    private static final String PASSWORD = "correct-horse-7";
    private static final String ERROR =
            "it could not be started: ERROR: cannot run CREATE ROLE app PASSWORD '" + PASSWORD + "'";
    private static final Secrets SECRETS = Secrets.of(List.of(Map.of("db.password", PASSWORD)));

    private static HygieneReport telling() {
        HygieneReport full = SampleReports.full();
        List<TestEntry> tests = new ArrayList<>(full.tests());
        TestEntry first = tests.get(0);
        tests.set(
                0,
                new TestEntry(
                        first.id(),
                        first.className(),
                        first.methodName(),
                        first.displayName(),
                        VerdictKind.UNCHECKED,
                        ERROR,
                        first.evidence(),
                        null,
                        null,
                        first.durations(),
                        first.budget(),
                        first.replay()));
        List<Finding> findings = new ArrayList<>(full.findings());
        findings.add(0, Findings.of(Rule.UNCHECKED, "", null, ERROR, ERROR));
        UncheckedMajority uncheckedMajority =
                new UncheckedMajority(17, 17, List.of(new UncheckedMajority.Reason(ERROR, 17, ERROR)));
        return SampleReports.with(full, tests, findings)
                .withChecking(new CheckingCost(5, 87_000, null, uncheckedMajority));
    }

    private static String written(HygieneReport report, Path folder, String file) throws IOException {
        List<ReportFormat> forCi = List.of(
                new MarkdownFormat("target/test-hygiene"),
                new SarifFormat(rule -> new RuleText("It is bad.", "Why.")),
                new JUnitFormat());
        new ReportWriter(forCi).write(report, folder);
        return Files.readString(folder.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.json", "index.html", "summary.md", "findings.sarif", "TEST-test-hygiene.xml"})
    void noFormShowsAPasswordThatAnErrorHolds(String file, @TempDir Path folder) throws IOException {
        assertThat(written(telling(), folder, file)).contains(PASSWORD);
        assertThat(written(MaskedReport.mask(telling(), SECRETS), folder, file))
                .doesNotContain(PASSWORD)
                .contains("cannot run CREATE ROLE app PASSWORD");
    }

    @Test
    void allElseStaysAsItIs() {
        HygieneReport report = SampleReports.full();

        assertThat(MaskedReport.mask(report, SECRETS)).isSameAs(report);
        assertThat(MaskedReport.mask(HostileReports.all(), SECRETS)).isEqualTo(HostileReports.all());
        assertThat(MaskedReport.mask(telling(), SECRETS).tests().subList(1, 10))
                .isEqualTo(report.tests().subList(1, 10));
        assertThat(MaskedReport.mask(telling(), SECRETS).evidence()).isEqualTo(report.evidence());
    }

    /** A password may be the name of a test; the report stays one that can be read. */
    @Test
    void namesAndWordsOfTheReportStay() {
        HygieneReport report = SampleReports.full();
        Secrets names = Secrets.of(List.of(Map.of(
                "a.password",
                "victim",
                "b.password",
                "CatalogIT",
                "c.password",
                "findsByName",
                "d.secret",
                "container")));

        HygieneReport masked = MaskedReport.mask(report, names);

        assertThat(masked.tests())
                .extracting(TestEntry::id)
                .isEqualTo(report.tests().stream().map(TestEntry::id).toList());
        assertThat(masked.tests())
                .extracting(TestEntry::verdict)
                .isEqualTo(report.tests().stream().map(TestEntry::verdict).toList());
        assertThat(masked.findings())
                .extracting(Finding::rule)
                .isEqualTo(report.findings().stream().map(Finding::rule).toList());
    }
}
