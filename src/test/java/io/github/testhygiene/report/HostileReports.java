package io.github.testhygiene.report;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.GateResult.Breach;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.HygieneReport.Project;
import io.github.testhygiene.model.HygieneReport.Suite;
import io.github.testhygiene.model.HygieneReport.Tool;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Trend;
import io.github.testhygiene.model.VerdictKind;
import java.time.Instant;
import java.util.List;

/** Reports in which every text that a project controls is something that breaks careless programs. */
public final class HostileReports {

    /** What is wrong with each of them is plain to see, but for the last: the lines that go on for ever. */
    public static final List<String> TEXTS = List.of(
            "<script>alert('xss')</script>",
            "\"><img src=x onerror=alert(1)>",
            "'single' \"double\" `back` &amp; &lt;",
            "]]></script><!-- ",
            "javascript:alert(1)",
            "::error file=a::b ##[error] %0A",
            "\u001B[31mred\u001B[0m \u0007\u0000 \u009Bcsi",
            "\u202Eright-to-left\u202C \u200F\u2066x\u2069",
            "emoji 👩‍🔧 and 漢字",
            "${report} @if(true) !{x} {{x}}",
            "two\nlines\r\nthree",
            "x".repeat(100_000));

    private HostileReports() {}

    public static HygieneReport all() {
        return report(TEXTS);
    }

    public static HygieneReport named(String text) {
        return report(List.of(text));
    }

    private static HygieneReport report(List<String> texts) {
        String first = texts.get(0);
        return new HygieneReport(
                HygieneReport.SCHEMA_VERSION,
                new Tool(first),
                new Project(first, texts.get(texts.size() - 1), first, first),
                Long.MIN_VALUE,
                Instant.EPOCH,
                Long.MAX_VALUE,
                new Database(Provider.EXTERNAL, first, first),
                new Suite(0, Long.MAX_VALUE, 1, false),
                texts.stream().map(HostileReports::run).toList(),
                texts.stream().map(HostileReports::test).toList(),
                texts.stream().map(HostileReports::finding).toList(),
                new GateResult(
                        false,
                        texts.stream().map(text -> new Breach(text, 1, 0, text)).toList()),
                HostileEvidence.entry(texts),
                new LintEntry(
                        1,
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        texts.stream()
                                .map(text -> new LintEntry.PackageTests(text, 1, 1, 0))
                                .toList(),
                        first),
                new Trend(
                        Instant.EPOCH,
                        Long.MAX_VALUE,
                        0,
                        List.of(first),
                        1,
                        texts.stream().map(HostileReports::finding).toList(),
                        texts.stream().map(HostileReports::finding).toList()));
    }

    private static TestEntry test(String text) {
        VerdictKind[] kinds = VerdictKind.values();
        return new TestEntry(
                        new TestId("[engine:" + text + "]"),
                        text,
                        text,
                        text,
                        kinds[Math.floorMod(text.hashCode(), kinds.length)],
                        text,
                        new TestEntry.Evidence(1, 1, 1, 0.5),
                        new TestFailure(text, text, text),
                        1,
                        new TestEntry.Durations(null, 1, Long.MAX_VALUE, Long.MAX_VALUE, null),
                        Budget.OVER,
                        text)
                .withDatabase(HostileEvidence.span(text))
                .withCauses(List.of(HostileEvidence.cause(text)))
                .withDiagnosis(HostileEvidence.diagnosis(text));
    }

    private static RunEntry run(String text) {
        TestId id = new TestId("[engine:" + text + "]");
        return new RunEntry(1, text, RunKind.LOCATE, 1, 1, text, text, List.of(id), List.of(id));
    }

    private static Finding finding(String text) {
        return new Finding(text, Severity.ERROR, text, text, text, text, text, text, false, text, Integer.MAX_VALUE);
    }
}
