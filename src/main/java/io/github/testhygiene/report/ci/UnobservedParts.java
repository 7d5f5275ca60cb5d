package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.text.DatabasePhrases;
import io.github.testhygiene.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Says what was not looked at, so that nobody takes silence for a good sign. */
final class UnobservedParts {

    private static final int LIMIT = 400;

    private UnobservedParts() {}

    /**
     * What is missing.
     *
     * @param report the report
     * @return sentences on one line each, fit to be shown; empty if all was looked at
     */
    static List<String> describe(HygieneReport report) {
        List<String> missing = new ArrayList<>();
        LintEntry lint = report.lint();
        if (lint != null && lint.problem() != null) {
            missing.add(PlainText.joined(lint.problem(), LIMIT));
        }
        EvidenceEntry evidence = report.evidence();
        String notRecorded = evidence == null ? null : DatabasePhrases.notRecorded(evidence);
        if (notRecorded != null) {
            missing.add(PlainText.joined(notRecorded, LIMIT));
        }
        return List.copyOf(missing);
    }
}
