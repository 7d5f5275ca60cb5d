package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes one test case of each check, so that every finding stands at exactly one of them. */
final class CheckCases {

    private final HygieneReport report;
    private final GateBreaches breaches;
    private final Map<Subject, List<Finding>> open = new LinkedHashMap<>();

    /** What findings are about; a finding that is about no test is kept apart from those of other rules. */
    private record Subject(
            String className,
            @Nullable String methodName,
            @Nullable String rule) {}

    private CheckCases(HygieneReport report) {
        this.report = report;
        this.breaches = GateBreaches.of(report);
    }

    /**
     * The cases.
     *
     * @param report the report
     * @return one for each test in the reference order, then one for each class, and the suite, and rule that has findings
     */
    static List<CheckCase> create(HygieneReport report) {
        return new CheckCases(report).cases();
    }

    private List<CheckCase> cases() {
        Map<Subject, List<Finding>> ofTests = new LinkedHashMap<>();
        report.tests().forEach(test -> ofTests.put(subject(test), new ArrayList<>()));
        for (Finding finding : report.findings()) {
            List<Finding> ofTest = ofTests.get(new Subject(finding.className(), finding.methodName(), null));
            if (ofTest != null) {
                ofTest.add(finding);
            } else {
                Subject other = new Subject(finding.className(), finding.methodName(), finding.rule());
                open.computeIfAbsent(other, unused -> new ArrayList<>()).add(finding);
            }
        }
        List<CheckCase> cases = new ArrayList<>();
        for (TestEntry test : report.tests()) {
            // Of several tests of one name the first tells all of it.
            List<Finding> findings = Objects.requireNonNullElse(ofTests.remove(subject(test)), List.of());
            cases.add(CheckCase.of(
                    test.className(),
                    test.methodName(),
                    test.durations().medianMillis(),
                    skipped(test),
                    findings,
                    breaches));
        }
        open.forEach((subject, findings) -> cases.add(other(subject, findings)));
        return cases;
    }

    private static Subject subject(TestEntry test) {
        return new Subject(test.className(), test.methodName(), null);
    }

    private CheckCase other(Subject subject, List<Finding> findings) {
        String rule = Objects.requireNonNullElse(subject.rule(), "");
        String method = subject.methodName();
        return CheckCase.of(
                subject.className().isEmpty() ? report.project().artifactId() : subject.className(),
                method == null ? rule : method + " (" + rule + ")",
                0,
                null,
                findings,
                breaches);
    }

    private static @Nullable String skipped(TestEntry test) {
        if (test.verdict() != VerdictKind.UNCHECKED && test.verdict() != VerdictKind.SKIPPED) {
            return null;
        }
        String reason = test.reason();
        return reason == null || reason.isBlank()
                ? test.verdict().label()
                : test.verdict().label() + ": " + reason;
    }
}
