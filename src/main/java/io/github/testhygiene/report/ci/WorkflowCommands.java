package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines by which GitHub Actions marks findings at the lines of code that they are about.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
public final class WorkflowCommands {

    /** GitHub shows no more of each kind. */
    static final int OF_ONE_KIND = 10;

    private static final int TITLE_LIMIT = 150;
    private static final int MESSAGE_LIMIT = 1_000;

    private WorkflowCommands() {}

    /**
     * The lines. They mean something only where they begin a line of what a step prints.
     *
     * @param report the report
     * @return a line for each of the worst findings that are not accepted, so many as GitHub shows
     */
    public static List<String> format(HygieneReport report) {
        return Arrays.stream(Severity.values())
                .flatMap(severity -> format(report, severity))
                .toList();
    }

    private static Stream<String> format(HygieneReport report, Severity severity) {
        return report.findings().stream()
                .filter(finding -> !finding.accepted() && finding.severity() == severity)
                .limit(OF_ONE_KIND)
                .map(finding -> command(report, finding));
    }

    private static String command(HygieneReport report, Finding finding) {
        SourcePlace place = SourcePlace.of(report.project(), finding);
        String line = place.line() == null ? "" : ",line=" + place.line();
        return "::" + kind(finding.severity()) + " file=" + property(FindingText.visible(place.path())) + line
                + ",title=" + property(FindingText.title(finding, TITLE_LIMIT)) + "::"
                + message(FindingText.format(finding, MESSAGE_LIMIT));
    }

    private static String kind(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
