package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Trend;
import io.github.testhygiene.report.ReportFormat;
import io.github.testhygiene.report.json.JsonText;
import io.github.testhygiene.text.CheckingPhrases;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code findings.sarif}: the findings for code scanning, in SARIF 2.1.0. */
public final class SarifFormat implements ReportFormat {

    /** GitHub refuses a file with more. */
    static final int MAX_RESULTS = 25_000;

    private static final int MESSAGE_LIMIT = 2_000;
    private static final int NAME_LIMIT = 500;

    private final Function<Rule, RuleText> texts;

    /**
     * Writes findings with the texts of their rules.
     *
     * @param texts what the documentation says of a rule
     */
    public SarifFormat(Function<Rule, RuleText> texts) {
        this.texts = texts;
    }

    @Override
    public String fileName() {
        return "findings.sarif";
    }

    @Override
    public void write(HygieneReport report, OutputStream out) {
        JsonText.write(sarif(report), out, fileName());
    }

    private Sarif sarif(HygieneReport report) {
        List<Finding> findings = report.findings().stream().limit(MAX_RESULTS).toList();
        SarifRules rules = new SarifRules(findings, texts);
        Trend trend = report.trend();
        Set<String> fresh = trend == null ? null : new HashSet<>(trend.newFindings());
        return Sarif.of(new Sarif.Run(
                new Sarif.Tool(new Sarif.Driver(
                        "Test Hygiene", PlainText.line(report.tool().version(), NAME_LIMIT), rules.descriptors())),
                // What stands before the last slash is the category by which GitHub tells modules apart.
                new Sarif.AutomationDetails("test-hygiene/" + module(report) + "/"),
                List.of(new Sarif.Invocation(true, report.startedAt().toString(), notifications(report))),
                Map.of(Sarif.ROOT, new Sarif.BaseLocation(new Sarif.Text("The root of the checkout."))),
                findings.stream()
                        .map(finding -> result(report, finding, rules, fresh))
                        .toList()));
    }

    private static String module(HygieneReport report) {
        HygieneReport.Project project = report.project();
        return PlainText.line(project.groupId(), NAME_LIMIT) + ":" + PlainText.line(project.artifactId(), NAME_LIMIT);
    }

    /** What was not looked at, or is left out. */
    private static List<Sarif.Notification> notifications(HygieneReport report) {
        List<String> missing = new ArrayList<>();
        if (report.findUnanswered().isPresent()) {
            missing.add(Phrases.headline(report) + ". " + String.join(" ", CheckingPhrases.unanswered(report)));
        }
        CheckingPhrases.overload(report).ifPresent(missing::add);
        missing.addAll(UnobservedParts.describe(report));
        int more = report.findings().size() - MAX_RESULTS;
        if (more > 0) {
            missing.add(Phrases.count(more, "more finding") + " in report.json.");
        }
        return missing.stream()
                .map(text -> new Sarif.Notification("warning", new Sarif.Text(message(text))))
                .toList();
    }

    private static Sarif.Result result(
            HygieneReport report, Finding finding, SarifRules rules, @Nullable Set<String> fresh) {
        int index = rules.index(finding);
        return new Sarif.Result(
                rules.descriptors().get(index).id(),
                index,
                SarifRules.level(finding.severity()),
                new Sarif.Text(message(FindingText.format(finding, MESSAGE_LIMIT))),
                List.of(location(report, finding)),
                Map.of("testHygieneFingerprint/v1", PlainText.line(finding.fingerprint(), NAME_LIMIT)),
                finding.accepted() ? List.of(new Sarif.Suppressed("external")) : List.of(),
                fresh == null ? null : fresh.contains(finding.fingerprint()) ? "new" : "unchanged");
    }

    /**
     * Breaks up what would be a link. Braces stay as they are: they would be placeholders only beside arguments, and
     * readers do not take doubled ones back.
     */
    private static String message(String text) {
        return text.replace("](", "] (");
    }

    private static Sarif.Location location(HygieneReport report, Finding finding) {
        SourcePlace place = SourcePlace.of(report.project(), finding);
        Integer line = place.line();
        return new Sarif.Location(
                new Sarif.PhysicalLocation(
                        new Sarif.ArtifactLocation(place.uri(), place.belowRoot() ? Sarif.ROOT : null),
                        line == null ? null : new Sarif.Region(line)),
                List.of(logical(report, finding)));
    }

    private static Sarif.LogicalLocation logical(HygieneReport report, Finding finding) {
        String method = finding.methodName();
        String className = PlainText.line(finding.className(), NAME_LIMIT);
        if (className.isEmpty()) {
            return new Sarif.LogicalLocation(
                    PlainText.line(report.project().artifactId(), NAME_LIMIT), module(report), "module");
        }
        return new Sarif.LogicalLocation(
                PlainText.line(finding.subject(), NAME_LIMIT),
                method == null ? className : className + "." + PlainText.line(method, NAME_LIMIT),
                method == null ? "type" : "function");
    }
}
