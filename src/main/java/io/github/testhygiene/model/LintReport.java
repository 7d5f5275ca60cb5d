package io.github.testhygiene.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a look at the tests' bytecode alone says; {@code lint.json} is this record.
 *
 * @param schemaVersion the shape's version, that of {@link HygieneReport}
 * @param tool who made it
 * @param project of which Maven project
 * @param startedAt when the look started
 * @param lint what was looked at
 * @param findings what should be mended, worst first
 * @param gate whether the build may pass
 */
public record LintReport(
        int schemaVersion,
        HygieneReport.Tool tool,
        HygieneReport.Project project,
        Instant startedAt,
        LintEntry lint,
        List<Finding> findings,
        GateResult gate) {

    /** Copies the list. */
    public LintReport {
        Objects.requireNonNull(startedAt, "startedAt");
        findings = List.copyOf(findings);
    }
}
