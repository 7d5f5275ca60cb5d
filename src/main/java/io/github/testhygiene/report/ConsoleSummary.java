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
import io.github.testhygiene.report.ConsoleColor.Tone;
import io.github.testhygiene.text.CheckingPhrases;
import io.github.testhygiene.text.CoveragePhrase;
import io.github.testhygiene.text.DatabasePhrases;
import io.github.testhygiene.text.MedianPhrase;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import io.github.testhygiene.text.RuleCountPhrase;
import io.github.testhygiene.text.SelectionPhrases;
import io.github.testhygiene.text.TrendPhrases;
import io.github.testhygiene.text.UncheckedReasons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report in so few lines that a build's log can hold it. */
public final class ConsoleSummary {

    /** No summary has more lines. */
    public static final int MAX_LINES = 25;

    private static final Set<String> NAMED =
            Set.of(Rule.SLOW_TEST.label(), Rule.UNCHECKED.label(), Rule.LEAVES_ROWS.label());

    private static final int WIDTH = 200;

    /** A reason without its advice is half a message, so it is cut later than other lines. */
    private static final int REASON_WIDTH = 400;

    private static final int SUSPECTS = 8;
    private static final int SLOW = 4;
    private static final int REASONS = 3;
    private static final int LEFT = 5;

    private ConsoleSummary() {}

    /**
     * Sums a report up, without colours.
     *
     * @param report what to say
     * @param indexHtml where a person reads on
     * @return plain lines without line breaks, at most {@value #MAX_LINES}; the last one is the path as a file URI
     */
    public static List<String> lines(HygieneReport report, Path indexHtml) {
        return lines(report, indexHtml, ConsoleColor.NONE);
    }

    /**
     * Sums a report up.
     *
     * @param report what to say
     * @param indexHtml where a person reads on; null if there is no such file
     * @param paint colours the gate's sentence and the verdicts
     * @return lines without line breaks, at most {@value #MAX_LINES}; the last one is the path as a file URI, if there is
     *     one
     */
    public static List<String> lines(HygieneReport report, @Nullable Path indexHtml, ConsoleColor paint) {
        List<String> rest = rest(report);
        List<String> lines = new ArrayList<>();
        lines.add(paint.paint(tone(report), plain(Phrases.headline(report))));
        CheckingPhrases.unanswered(report).forEach(reason -> lines.add("  " + PlainText.line(reason, REASON_WIDTH)));
        lines.add(plain(verdicts(report)));
        int room = MAX_LINES - lines.size() - rest.size() - 2;
        lines.addAll(ConsoleRow.aligned(table(report).lines(room), WIDTH, paint));
        rest.stream().map(ConsoleSummary::plain).forEach(lines::add);
        if (indexHtml != null) {
            lines.add("Report:");
            lines.add(indexHtml.toUri().toString());
        }
        return List.copyOf(lines);
    }

    /** What stands between the table and the path. */
    private static List<String> rest(HygieneReport report) {
        List<String> rest = new ArrayList<>();
        addOtherFindings(rest, report);
        Optional.ofNullable(report.selection()).map(SelectionPhrases::sentence).ifPresent(rest::add);
        Optional.ofNullable(TrendPhrases.sentence(report)).ifPresent(rest::add);
        CheckingPhrases.overload(report).ifPresent(rest::add);
        rest.add(suite(report));
        Optional.of(CoveragePhrase.withPower(report))
                .filter(tried -> !tried.isEmpty())
                .ifPresent(rest::add);
        rest.add(origin(report));
        return rest;
    }

    private static Tone tone(HygieneReport report) {
        if (!report.gate().passed()) {
            return Tone.BAD;
        }
        return report.count(VerdictKind.UNCHECKED) == 0 ? Tone.GOOD : Tone.CAUTION;
    }

    private static ConsoleLists<ConsoleRow> table(HygieneReport report) {
        ConsoleLists<ConsoleRow> lists = new ConsoleLists<>(ConsoleRow::more);
        addSuspects(lists, report);
        addRowsLeft(lists, report);
        addSlow(lists, report);
        if (report.findUnanswered().isEmpty()) {
            addUnchecked(lists, report);
        }
        addNotRecorded(lists, report);
        return lists;
    }

    private static String verdicts(HygieneReport report) {
        String counts = Arrays.stream(VerdictKind.values())
                .filter(kind -> report.count(kind) > 0)
                .map(kind -> report.count(kind) + " " + kind.label())
                .collect(Collectors.joining(", "));
        String tests = Phrases.count(report.tests().size(), "test");
        return counts.isEmpty() ? tests : tests + ": " + counts;
    }

    private static void addSuspects(ConsoleLists<ConsoleRow> lists, HygieneReport report) {
        Map<TestId, String> names = new HashMap<>();
        report.tests().forEach(test -> names.putIfAbsent(test.id(), name(test)));
        List<TestCard> cards = new TestCards(report, id -> names.getOrDefault(id, id.value())).inOrder();
        lists.addBlocks(cards, SUSPECTS, ConsoleSummary::suspect);
    }

    private static List<ConsoleRow> suspect(TestCard card) {
        String accepted = card.accepted() ? " (accepted)" : "";
        String sentence = card.sentence().replace("`", "");
        VerdictKind verdict = card.test().verdict();
        Tone tone = card.accepted() || verdict == VerdictKind.FLAKY ? Tone.CAUTION : Tone.BAD;
        ConsoleRow row = ConsoleRow.of(verdict.label(), tone, name(card.test()), sentence + accepted);
        DiagnosisView diagnosis = card.diagnosis();
        return diagnosis == null ? List.of(row) : List.of(row, ConsoleRow.more(diagnosis.brief()));
    }

    private static void addRowsLeft(ConsoleLists<ConsoleRow> lists, HygieneReport report) {
        List<Finding> left = report.findings().stream()
                .filter(finding -> finding.rule().equals(Rule.LEAVES_ROWS.label()))
                .filter(ConsoleSummary::counts)
                .toList();
        lists.add(left, LEFT, finding -> caution("leaves rows", name(finding.subject()), finding.message()));
    }

    private static void addNotRecorded(ConsoleLists<ConsoleRow> lists, HygieneReport report) {
        EvidenceEntry evidence = report.evidence();
        String reason = evidence == null ? null : DatabasePhrases.notRecorded(evidence);
        lists.add(reason == null ? List.of() : List.of(reason), 1, ConsoleRow::note);
    }

    private static void addSlow(ConsoleLists<ConsoleRow> lists, HygieneReport report) {
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
                    .map(first -> "; " + PlainText.line(first.message(), WIDTH))
                    .orElse("");
            return caution("slow", name(test), MedianPhrase.describe(test, median) + cause);
        });
    }

    private static void addUnchecked(ConsoleLists<ConsoleRow> lists, HygieneReport report) {
        lists.add(
                UncheckedReasons.count(report),
                REASONS,
                reason -> caution("unchecked", Phrases.count(reason.getValue(), "test"), reason.getKey()));
    }

    private static ConsoleRow caution(String kind, String about, String what) {
        return ConsoleRow.of(kind, Tone.CAUTION, about, what);
    }

    /** Counts what no line above has named; remarks are left to the report. */
    private static void addOtherFindings(List<String> lines, HygieneReport report) {
        Map<String, Long> counts = report.findings().stream()
                .filter(finding -> counts(finding) && !named(finding))
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.counting()));
        if (!counts.isEmpty()) {
            lines.add(counts.entrySet().stream()
                    .map(entry -> RuleCountPhrase.describe(new RuleCount(entry.getKey(), entry.getValue())))
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
                + Phrases.time(suite.budgetMillis()) + "; checked in " + CheckingPhrases.took(report);
    }

    private static String origin(HygieneReport report) {
        return "Seed " + report.seed() + "; PostgreSQL " + report.database().version() + " ("
                + report.database().provider().label() + ")";
    }

    private static String name(TestEntry test) {
        return name(test.shortName());
    }

    private static String name(String subject) {
        return PlainText.line(subject, 90);
    }

    private static String plain(String text) {
        return PlainText.line(text, WIDTH);
    }
}
