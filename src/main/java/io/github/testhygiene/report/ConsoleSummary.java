package io.github.testhygiene.report;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.RuleCount;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.report.text.Phrases;
import io.github.testhygiene.report.text.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report in so few lines that a build's log can hold it. */
public final class ConsoleSummary {

    /** No summary has more lines. */
    public static final int MAX_LINES = 25;

    private static final Set<String> NAMED =
            Set.of(Rule.SLOW_TEST.label(), Rule.UNCHECKED.label(), Rule.LEAVES_ROWS.label());

    private static final String INDENT = "    ";
    private static final int WIDTH = 200;
    private static final int SUSPECTS = 8;
    private static final int SLOW = 4;
    private static final int REASONS = 3;
    private static final int LEFT = 5;

    /** The lines that stand around the lists: two before them, five after. */
    private static final int AROUND = 7;

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
        ConsoleLists lists = new ConsoleLists();
        addSuspects(lists, report);
        addRowsLeft(lists, report);
        addSlow(lists, report);
        addUnchecked(lists, report);
        addNotRecorded(lists, report);
        lines.addAll(lists.lines(MAX_LINES - AROUND));
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

    private static void addSuspects(ConsoleLists lists, HygieneReport report) {
        Map<TestId, String> names = new HashMap<>();
        report.tests().forEach(test -> names.putIfAbsent(test.id(), name(test)));
        List<TestCard> cards = new TestCards(report, id -> names.getOrDefault(id, id.value())).inOrder();
        lists.addBlocks(cards, SUSPECTS, ConsoleSummary::suspect);
    }

    private static List<String> suspect(TestCard card) {
        String accepted = card.accepted() ? " (accepted)" : "";
        String verdict = card.test().verdict().label();
        String sentence = card.sentence().replace("`", "");
        String line = verdict + "  " + name(card.test()) + " " + sentence + accepted;
        DiagnosisView diagnosis = card.diagnosis();
        return diagnosis == null ? List.of(line) : List.of(line, INDENT + diagnosis.brief());
    }

    private static void addRowsLeft(ConsoleLists lists, HygieneReport report) {
        List<Finding> left = report.findings().stream()
                .filter(finding -> finding.rule().equals(Rule.LEAVES_ROWS.label()))
                .filter(ConsoleSummary::counts)
                .toList();
        lists.add(left, LEFT, finding -> "leaves rows  " + PlainText.line(finding.message(), WIDTH));
    }

    private static void addNotRecorded(ConsoleLists lists, HygieneReport report) {
        EvidenceEntry evidence = report.evidence();
        String reason = evidence == null ? null : DatabasePhrases.notRecorded(evidence);
        lists.add(reason == null ? List.of() : List.of(reason), 1, Function.identity());
    }

    private static void addSlow(ConsoleLists lists, HygieneReport report) {
        List<TestEntry> slow = report.tests().stream()
                .filter(test -> test.budget() == Budget.OVER)
                .sorted(Comparator.comparingLong(
                                (TestEntry test) -> test.durations().medianMillis())
                        .reversed())
                .toList();
        lists.add(slow, SLOW, test -> {
            String median = Phrases.time(test.durations().medianMillis());
            String cause = TimeSection.causes(test).stream()
                    .findFirst()
                    .map(first -> ": " + PlainText.line(first.message(), WIDTH))
                    .orElse("");
            return "slow  " + name(test) + " takes " + median + " at the median" + cause;
        });
    }

    private static void addUnchecked(ConsoleLists lists, HygieneReport report) {
        lists.add(
                UncheckedReasons.of(report),
                REASONS,
                reason -> "unchecked  " + Phrases.count(reason.getValue(), "test") + ": " + reason.getKey());
    }

    /** Counts what no line above has named; remarks are left to the report. */
    private static void addOtherFindings(List<String> lines, HygieneReport report) {
        Map<String, Long> counts = report.findings().stream()
                .filter(finding -> counts(finding) && !named(finding))
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.counting()));
        if (!counts.isEmpty()) {
            lines.add(counts.entrySet().stream()
                    .map(entry -> new RuleCount(entry.getKey(), entry.getValue()).phrase())
                    .collect(Collectors.joining(", ", "also  ", "")));
        }
    }

    private static boolean counts(Finding finding) {
        return !finding.accepted() && finding.severity() != Severity.INFO;
    }

    private static boolean named(Finding finding) {
        boolean accuses =
                TestCards.ACCUSING.stream().anyMatch(kind -> kind.label().equals(finding.rule()));
        return accuses || NAMED.contains(finding.rule());
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

    private static String name(TestEntry test) {
        return PlainText.line(test.shortName(), 90);
    }

    private static String plain(String text) {
        return text.startsWith(INDENT)
                ? INDENT + PlainText.line(text, WIDTH - INDENT.length())
                : PlainText.line(text, WIDTH);
    }
}
