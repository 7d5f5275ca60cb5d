package io.github.testhygiene.report;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code index.html} knows of all tests. Public for the templates alone. */
public final class TestsSection {

    private static final int DETAILED = 300;

    private final HygieneReport report;
    private final ReportPage page;
    private final DatabaseSection database;
    private final Map<String, List<Finding>> findings = new HashMap<>();

    /**
     * Works out the section.
     *
     * @param report what it shows
     * @param page knows which tests have cards
     * @param database knows what the database saw of them
     */
    TestsSection(HygieneReport report, ReportPage page, DatabaseSection database) {
        this.report = report;
        this.page = page;
        this.database = database;
        for (Finding finding : report.findings()) {
            findings.computeIfAbsent(
                            key(finding.className(), String.valueOf(finding.methodName())), unused -> new ArrayList<>())
                    .add(finding);
        }
    }

    private static String key(String className, String methodName) {
        return className + "#" + methodName;
    }

    /**
     * All tests for the page's script.
     *
     * @return JSON without a character that could end a script element
     */
    public String data() {
        return new TestTable(report, database, test -> page.hasCard(test.id())).json();
    }

    /**
     * The rules that tests break.
     *
     * @return the rules' ids as the table has them, sorted
     */
    public List<String> rules() {
        return report.findings().stream()
                .filter(finding -> !finding.className().isEmpty())
                .map(finding -> PlainText.line(finding.rule(), TestTable.NAME))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The findings about a test itself.
     *
     * @param test the test
     * @return in the report's order
     */
    public List<Finding> findings(TestEntry test) {
        return findings.getOrDefault(key(test.className(), test.methodName()), List.of());
    }

    /**
     * The tests of which there is more to tell than fits into the table, and that have no card.
     *
     * @return as many as a page can hold, those with the worst findings first
     */
    public List<TestEntry> detailed() {
        return report.tests().stream()
                .filter(test -> !page.hasCard(test.id()))
                .filter(test -> !findings(test).isEmpty() || !database.of(test).isEmpty())
                .sorted(Comparator.comparing(this::worst))
                .limit(DETAILED)
                .toList();
    }

    private int worst(TestEntry test) {
        return findings(test).stream()
                .map(Finding::severity)
                .mapToInt(Severity::ordinal)
                .min()
                .orElse(Severity.values().length);
    }
}
