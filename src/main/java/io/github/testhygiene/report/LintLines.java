package io.github.testhygiene.report;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.LintReport;
import io.github.testhygiene.model.RuleCount;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import io.github.testhygiene.text.RuleCountPhrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the console says after a look at the bytecode. */
public final class LintLines {

    private static final int MOST = 50;
    private static final int WIDTH = 400;

    private LintLines() {}

    /**
     * A line.
     *
     * @param severity how bad it is
     * @param text what to say
     */
    public record Line(Severity severity, String text) {}

    /**
     * One line a finding, without those that are accepted, at most 50; then what was looked at.
     *
     * @param report the report
     * @param file where it was written
     * @return the lines
     */
    public static List<Line> format(LintReport report, Path file) {
        List<Finding> open =
                report.findings().stream().filter(each -> !each.accepted()).toList();
        List<Line> lines = new ArrayList<>();
        open.stream().limit(MOST).forEach(finding -> lines.add(new Line(finding.severity(), line(finding))));
        if (open.size() > MOST) {
            lines.add(new Line(Severity.INFO, "… and " + (open.size() - MOST) + " more"));
        }
        lines.add(new Line(Severity.INFO, looked(report.lint())));
        lines.add(new Line(Severity.INFO, counted(open, report.findings().size() - open.size())));
        lines.add(new Line(Severity.INFO, "Report: " + file.toUri()));
        return lines;
    }

    private static String line(Finding finding) {
        String where = finding.file() == null
                ? finding.subject()
                : finding.file() + (finding.line() == null ? "" : ":" + finding.line());
        String prefix = where.isEmpty() ? "" : where + "  ";
        return PlainText.line(prefix + finding.rule() + ": " + finding.message(), WIDTH);
    }

    private static String looked(LintEntry lint) {
        return "Looked at " + lint.testClasses() + (lint.testClasses() == 1 ? " test class" : " test classes")
                + " and what they use (" + Phrases.count(lint.classFiles(), "class file") + ") in "
                + Phrases.time(lint.durationMillis());
    }

    private static String counted(List<Finding> open, int accepted) {
        Map<String, Long> counts =
                open.stream().collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.counting()));
        String found = counts.isEmpty()
                ? "Nothing found"
                : counts.entrySet().stream()
                        .map(entry -> RuleCountPhrase.describe(new RuleCount(entry.getKey(), entry.getValue())))
                        .collect(Collectors.joining(", "));
        return found
                + (accepted == 0 ? "" : "; " + accepted + " accepted")
                + (counts.isEmpty()
                        ? ""
                        : ". mvn test-hygiene:help -Dtest-hygiene.explain="
                                + open.get(0).rule() + " explains");
    }
}
