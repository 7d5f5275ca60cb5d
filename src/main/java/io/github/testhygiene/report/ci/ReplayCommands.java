package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.text.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands that show the worst findings again. */
final class ReplayCommands {

    /** Verdicts that there is nothing to see of. */
    private static final Set<VerdictKind> NOTHING_TO_SEE =
            Set.of(VerdictKind.ISOLATED, VerdictKind.SKIPPED, VerdictKind.UNCHECKED);

    private static final int COMMANDS = 3;
    private static final int LONGEST = 1_000;

    private ReplayCommands() {}

    /** A finding that is the verdict of a test. */
    private record Accused(
            String rule, String className, @Nullable String methodName) {}

    /**
     * The commands of the first tests that findings accuse by their verdict.
     *
     * @param report the report
     * @return a few, on one line each; a command that would have to be cut is left out
     */
    static List<String> collect(HygieneReport report) {
        Map<Accused, String> commands = new HashMap<>();
        for (TestEntry test : report.tests()) {
            if (!NOTHING_TO_SEE.contains(test.verdict())) {
                Accused accused = new Accused(test.verdict().label(), test.className(), test.methodName());
                commands.putIfAbsent(accused, test.replay());
            }
        }
        return report.findings().stream()
                .filter(finding -> !finding.accepted())
                .map(ReplayCommands::accused)
                .map(commands::get)
                .filter(Objects::nonNull)
                .filter(command ->
                        !command.isBlank() && PlainText.line(command, LONGEST).equals(command))
                .distinct()
                .limit(COMMANDS)
                .toList();
    }

    private static Accused accused(Finding finding) {
        return new Accused(finding.rule(), finding.className(), finding.methodName());
    }
}
