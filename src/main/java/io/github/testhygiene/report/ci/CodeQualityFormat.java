package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.report.ReportFormat;
import io.github.testhygiene.report.json.JsonText;
import io.github.testhygiene.text.PlainText;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code gl-code-quality-report.json}: the findings that are not accepted, in the form in which GitLab shows them beside
 * the code.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">The format</a>
 */
public final class CodeQualityFormat implements ReportFormat {

    /** The file's name, which GitLab's own documentation uses. */
    public static final String FILE = "gl-code-quality-report.json";

    private static final int MESSAGE_LIMIT = 1_000;
    private static final int NAME_LIMIT = 200;

    /** Writes one file. */
    public CodeQualityFormat() {}

    /** An entry of the list, named as in the JSON. */
    private record Violation(
            String description, String check_name, String fingerprint, String severity, Place location) {}

    private record Place(String path, Lines lines) {}

    private record Lines(int begin) {}

    @Override
    public String fileName() {
        return FILE;
    }

    @Override
    public void write(HygieneReport report, OutputStream out) {
        GateBreaches breaches = GateBreaches.of(report);
        Map<String, Integer> seen = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (!finding.accepted()) {
                int number = seen.merge(finding.fingerprint(), 1, Integer::sum);
                violations.add(violation(report, finding, number, breaches));
            }
        }
        JsonText.write(violations, out, fileName());
    }

    private static Violation violation(HygieneReport report, Finding finding, int number, GateBreaches breaches) {
        SourcePlace place = SourcePlace.of(report.project(), finding);
        return new Violation(
                FindingText.format(finding, MESSAGE_LIMIT),
                PlainText.line(finding.rule(), NAME_LIMIT),
                fingerprint(report.project(), finding, number),
                severity(finding, breaches),
                new Place(FindingText.visible(place.path()), new Lines(Objects.requireNonNullElse(place.line(), 1))));
    }

    private static String severity(Finding finding, GateBreaches breaches) {
        if (breaches.hold(finding)) {
            return "blocker";
        }
        return switch (finding.severity()) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "info";
        };
    }

    /** GitLab joins the files of all modules and takes findings of the same fingerprint for one. */
    private static String fingerprint(HygieneReport.Project project, Finding finding, int number) {
        String text = String.join(
                "\n", project.groupId(), project.artifactId(), finding.fingerprint(), Integer.toString(number));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
