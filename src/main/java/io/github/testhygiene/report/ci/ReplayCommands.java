package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.report.text.PlainText;
import java.util.List;
import java.util.stream.Stream;

/** The commands that show the worst findings again. */
final class ReplayCommands {

    private static final int COMMANDS = 3;
    private static final int LONGEST = 1_000;

    private ReplayCommands() {}

    /**
     * The commands of the first tests that findings accuse by their verdict.
     *
     * @param report the report
     * @return a few, on one line each; a command that would have to be cut is left out
     */
    static List<String> of(HygieneReport report) {
        return report.findings().stream()
                .filter(finding -> !finding.accepted())
                .flatMap(finding -> tests(report, finding))
                .map(TestEntry::replay)
                .filter(command ->
                        !command.isBlank() && PlainText.line(command, LONGEST).equals(command))
                .distinct()
                .limit(COMMANDS)
                .toList();
    }

    private static Stream<TestEntry> tests(HygieneReport report, Finding finding) {
        return report.tests().stream()
                .filter(test -> test.verdict().label().equals(finding.rule())
                        && test.className().equals(finding.className())
                        && test.methodName().equals(finding.methodName()));
    }
}
