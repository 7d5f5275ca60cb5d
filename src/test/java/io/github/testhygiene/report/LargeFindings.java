package io.github.testhygiene.report;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The findings of a large suite: what its tests deserve, and 300 of lint. */
final class LargeFindings {

    private static final int LINT = 300;
    private static final List<Rule> LINT_RULES = List.of(
            Rule.NO_ASSERTION,
            Rule.SLEEPS,
            Rule.MOCKED_DATABASE,
            Rule.SHARED_MUTABLE_STATE,
            Rule.FIXED_PORT,
            Rule.COMMITS_BY_HAND);

    private LargeFindings() {}

    static List<Finding> of(List<TestEntry> tests) {
        List<Finding> findings = new ArrayList<>();
        for (TestEntry test : tests) {
            addVerdict(findings, test);
            addTime(findings, test);
            addRows(findings, test);
        }
        int step = Math.max(1, tests.size() / LINT);
        for (int number = 0; number < LINT && number * step < tests.size(); number++) {
            Rule rule = LINT_RULES.get(number % LINT_RULES.size());
            add(findings, rule, tests.get(number * step), "What it does stands in line 40.");
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return findings;
    }

    private static void addVerdict(List<Finding> findings, TestEntry test) {
        if (test.verdict() != VerdictKind.ISOLATED && test.verdict() != VerdictKind.SKIPPED) {
            Rule rule = Rule.of(test.verdict().label()).orElseThrow();
            String seen = Objects.requireNonNullElse(test.reason(), "alone 3/3 passed, among others 3/3 failed");
            add(findings, rule, test, "`" + test.shortName() + "`: " + seen + ".");
        }
    }

    private static void addTime(List<Finding> findings, TestEntry test) {
        if (test.budget() == Budget.OVER) {
            String time = test.durations().medianMillis() + " ms";
            add(findings, Rule.SLOW_TEST, test, "Takes " + time + ", over 500 ms.");
        }
    }

    private static void addRows(List<Finding> findings, TestEntry test) {
        for (TableChange left : Objects.requireNonNullElse(test.rowsLeft(), List.<TableChange>of())) {
            String rows = "`" + left.table() + "` (+" + left.inserted() + ")";
            add(findings, Rule.LEAVES_ROWS, test, rows + " left behind by `" + test.shortName() + "`");
        }
    }

    private static void add(List<Finding> findings, Rule rule, TestEntry test, String message) {
        String advice = "Let the test make the rows that it counts, and look only at those.";
        findings.add(Findings.of(rule, test.className(), test.methodName(), message, advice)
                .at(LargeReports.fileOf(test.className()), 40));
    }
}
