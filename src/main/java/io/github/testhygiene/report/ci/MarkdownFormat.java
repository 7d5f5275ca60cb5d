package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.report.ReportFormat;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.CheckingPhrases;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code summary.md}: the report in so few lines that it stands below a job of CI. */
public final class MarkdownFormat implements ReportFormat {

    /** No summary has more lines. */
    public static final int MAX_LINES = 64;

    private static final int FINDINGS = 20;
    private static final int NAME_LIMIT = 120;
    private static final int MESSAGE_LIMIT = 400;

    private final String folder;

    /**
     * Writes summaries of reports that stand in a folder.
     *
     * @param folder where a reader finds the whole report, for example {@code shop/target/test-hygiene}
     */
    public MarkdownFormat(String folder) {
        this.folder = folder;
    }

    @Override
    public String fileName() {
        return "summary.md";
    }

    @Override
    public void write(HygieneReport report, OutputStream out) {
        try {
            out.write(text(report).getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + fileName(), e);
        }
    }

    /**
     * A report's summary.
     *
     * @param report what to say
     * @return at most {@value #MAX_LINES} lines of Markdown, the first one a heading that names the module
     */
    public String text(HygieneReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("## Test Hygiene: " + Markdown.code(report.project().artifactId(), NAME_LIMIT));
        lines.add("");
        lines.add(mark(report) + Markdown.text(Phrases.headline(report), MESSAGE_LIMIT));
        lines.add("");
        List<String> unanswered = CheckingPhrases.unanswered(report);
        if (!unanswered.isEmpty()) {
            unanswered.forEach(reason -> lines.add("- " + Markdown.text(reason, MESSAGE_LIMIT)));
            lines.add("");
        }
        lines.addAll(SummaryFacts.lines(report));
        addFindings(lines, report);
        addReplay(lines, report);
        lines.add("");
        lines.add("The whole report: `index.html` in " + Markdown.code(folder, MESSAGE_LIMIT) + ".");
        return String.join("\n", lines) + "\n";
    }

    /** A dash where most tests have no answer: neither a good sign nor a bad one. */
    private static String mark(HygieneReport report) {
        if (!report.gate().passed()) {
            return "❌ ";
        }
        return report.findUnanswered().isPresent() ? "➖ " : "✅ ";
    }

    private static void addFindings(List<String> lines, HygieneReport report) {
        List<Finding> open =
                report.findings().stream().filter(each -> !each.accepted()).toList();
        int accepted = report.findings().size() - open.size();
        CappedList<Finding> findings = CappedList.of(open, FINDINGS);
        if (!findings.isEmpty()) {
            lines.add("");
            lines.add("| | rule | where | what was seen |");
            lines.add("|---|---|---|---|");
            findings.shown().forEach(finding -> lines.add(row(report, finding)));
        }
        List<String> rest = new ArrayList<>();
        if (findings.more() > 0) {
            rest.add(findings.rest("finding") + " in `index.html`");
        }
        if (accepted > 0) {
            rest.add(Phrases.count(accepted, "accepted finding"));
        }
        if (!rest.isEmpty()) {
            lines.add("");
            lines.add("… " + String.join("; ", rest));
        }
    }

    private static String row(HygieneReport report, Finding finding) {
        String subject = finding.subject().isBlank() ? "the suite" : Markdown.code(finding.subject(), NAME_LIMIT);
        return Markdown.row(List.of(
                finding.severity().label(),
                Markdown.text(finding.rule(), NAME_LIMIT),
                subject + place(report, finding),
                Markdown.sentence(finding.message(), MESSAGE_LIMIT)));
    }

    private static String place(HygieneReport report, Finding finding) {
        if (finding.file() == null) {
            return "";
        }
        SourcePlace place = SourcePlace.of(report.project(), finding);
        String line = place.line() == null ? "" : ":" + place.line();
        String path = place.path();
        return "<br>" + Markdown.code(path.substring(path.lastIndexOf('/') + 1) + line, NAME_LIMIT);
    }

    private static void addReplay(List<String> lines, HygieneReport report) {
        List<String> commands = ReplayCommands.collect(report);
        if (commands.isEmpty()) {
            return;
        }
        String fence = "`".repeat(Math.max(3, longestTicks(commands) + 1));
        lines.add("");
        lines.add("To see it again:");
        lines.add("");
        lines.add(fence + "sh");
        lines.addAll(commands);
        lines.add(fence);
    }

    private static int longestTicks(List<String> commands) {
        int longest = 0;
        int run = 0;
        for (char c : PlainText.visible(String.join("\n", commands)).toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
