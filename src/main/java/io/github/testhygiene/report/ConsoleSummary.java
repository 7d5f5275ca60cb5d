package io.github.testhygiene.report;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RuleCount;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report in so few lines that a build's log can hold it. */
public final class ConsoleSummary {

    /** No summary has more lines. */
    public static final int MAX_LINES = 25;

    private static final int WIDTH = 200;
    private static final int SUSPECTS = 8;
    private static final int SLOW = 4;
    private static final int REASONS = 3;

    private ConsoleSummary() {}

    /**
     * Sums a report up.
     *
     * @param report what to say
     * @param indexHtml where a person reads on
     * @return plain lines without line breaks, at most {@value #MAX_LINES}; the last one is the path as a file URI
     */
    public static List<String> lines(HygieneReport report, Path indexHtml) {
        List<String> lines = new ArrayList<>();
        lines.add(Phrases.headline(report));
        lines.add(verdicts(report));
        addSuspects(lines, report);
        addSlow(lines, report);
        addUnchecked(lines, report);
        addOtherFindings(lines, report);
        lines.add(suite(report));
        lines.add(origin(report));
        lines.add("Report:");
        List<String> plain =
                new ArrayList<>(lines.stream().map(ConsoleSummary::plain).toList());
        plain.add(indexHtml.toUri().toString());
        return List.copyOf(plain);
    }

    private static String verdicts(HygieneReport report) {
        String counts = Arrays.stream(VerdictKind.values())
                .filter(kind -> report.count(kind) > 0)
                .map(kind -> report.count(kind) + " " + kind.label())
                .collect(Collectors.joining(", "));
        String tests = Phrases.count(report.tests().size(), "test");
        return counts.isEmpty() ? tests : tests + ": " + counts;
    }

    private static void addSuspects(List<String> lines, HygieneReport report) {
        List<TestCard> cards = new TestCards(report, id -> "").inOrder();
        addCapped(lines, cards, SUSPECTS, card -> {
            String accepted = card.accepted() ? " (accepted)" : "";
            String verdict = card.test().verdict().label();
            return verdict + "  " + name(card.test()) + " " + card.sentence() + accepted;
        });
    }

    private static void addSlow(List<String> lines, HygieneReport report) {
        List<TestEntry> slow = report.tests().stream()
                .filter(test -> test.budget() == Budget.OVER)
                .sorted(Comparator.comparingLong(
                                (TestEntry test) -> test.durations().medianMillis())
                        .reversed())
                .toList();
        addCapped(lines, slow, SLOW, test -> {
            String median = Phrases.time(test.durations().medianMillis());
            return "slow  " + name(test) + " takes " + median + " at the median";
        });
    }

    private static void addUnchecked(List<String> lines, HygieneReport report) {
        addCapped(
                lines,
                UncheckedReasons.of(report),
                REASONS,
                reason -> "unchecked  " + Phrases.count(reason.getValue(), "test") + ": " + reason.getKey());
    }

    /** Counts what no line above has named; remarks are left to the report. */
    private static void addOtherFindings(List<String> lines, HygieneReport report) {
        Map<String, Long> counts = report.findings().stream()
                .filter(finding -> !finding.accepted() && finding.severity() != Severity.INFO)
                .filter(finding -> !named(finding))
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.counting()));
        if (!counts.isEmpty()) {
            lines.add(counts.entrySet().stream()
                    .map(entry -> new RuleCount(entry.getKey(), entry.getValue()).phrase())
                    .collect(Collectors.joining(", ", "also  ", "")));
        }
    }

    private static boolean named(Finding finding) {
        boolean accuses =
                TestCards.ACCUSING.stream().anyMatch(kind -> kind.label().equals(finding.rule()));
        return accuses || finding.rule().equals("slow-test") || finding.rule().equals("unchecked");
    }

    private static String suite(HygieneReport report) {
        HygieneReport.Suite suite = report.suite();
        return "Suite " + Phrases.time(suite.durationMillis())
                + (suite.withinBudget() ? ", within its " : ", over its ")
                + Phrases.time(suite.budgetMillis()) + "; checked in "
                + Phrases.count(report.runs().size(), "run") + ", " + Phrases.time(report.durationMillis());
    }

    private static String origin(HygieneReport report) {
        return "Seed " + report.seed() + "; PostgreSQL " + report.database().version() + " ("
                + report.database().provider().label() + ")";
    }

    private static <T> void addCapped(List<String> lines, List<T> items, int limit, Function<T, String> line) {
        items.stream().limit(limit).map(line).forEach(lines::add);
        int more = items.size() - limit;
        if (more > 0) {
            lines.add("… and " + more + " more in the report");
        }
    }

    private static String name(TestEntry test) {
        return PlainText.line(test.shortName(), 90);
    }

    private static String plain(String text) {
        return PlainText.line(text, WIDTH);
    }
}
