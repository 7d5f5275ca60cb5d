package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.Trend;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.text.CheckingPhrases;
import io.github.testhygiene.text.CoveragePhrase;
import io.github.testhygiene.text.DetectionPhrase;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.SelectionPhrases;
import io.github.testhygiene.text.TrendPhrases;
import io.github.testhygiene.text.UncheckedReasons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a report, as a table of two columns in Markdown. */
final class SummaryFacts {

    private static final int LIMIT = 400;

    private SummaryFacts() {}

    /**
     * The table.
     *
     * @param report what to say
     * @return at most 12 lines
     */
    static List<String> lines(HygieneReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(row("Tests", verdicts(report)));
        lines.add("|---|---|");
        List<Map.Entry<String, Long>> reasons = UncheckedReasons.count(report);
        if (!reasons.isEmpty() && report.findUnanswered().isEmpty()) {
            lines.add(row("Unchecked", unchecked(reasons)));
        }
        Selection selection = report.selection();
        if (selection != null) {
            lines.add(row("Selection", SelectionPhrases.sentence(selection)));
        }
        lines.add(row("Time", suite(report.suite())));
        lines.add(row("Orders", orders(report)));
        lines.add(row("Checked", checked(report)));
        CheckingPhrases.overload(report).ifPresent(sentence -> lines.add(row("Machine", sentence)));
        UnobservedParts.describe(report).forEach(missing -> lines.add(row("Missing", missing)));
        Trend trend = report.trend();
        if (trend != null) {
            lines.add(row(
                    "Since " + TrendPhrases.since(trend, report.startedAt()),
                    TrendPhrases.counts(trend) + "; suite " + TrendPhrases.time(trend, report)));
        }
        return lines;
    }

    private static String row(String name, String words) {
        return Markdown.row(List.of(name, Markdown.text(words, LIMIT)));
    }

    private static String verdicts(HygieneReport report) {
        String counts = Arrays.stream(VerdictKind.values())
                .filter(kind -> report.count(kind) > 0)
                .map(kind -> Phrases.number(report.count(kind)) + " " + kind.label())
                .collect(Collectors.joining(", "));
        String tests = Phrases.number(report.tests().size());
        return counts.isEmpty() ? tests : tests + ": " + counts;
    }

    private static String unchecked(List<Map.Entry<String, Long>> reasons) {
        Map.Entry<String, Long> first = reasons.get(0);
        String most = Phrases.count(first.getValue(), "test") + ": " + first.getKey();
        return reasons.size() == 1 ? most : most + " … and " + Phrases.count(reasons.size() - 1L, "other reason");
    }

    private static String suite(HygieneReport.Suite suite) {
        return Phrases.time(suite.durationMillis())
                + (suite.withinBudget() ? ", within its " : ", over its ")
                + Phrases.time(suite.budgetMillis());
    }

    private static String orders(HygieneReport report) {
        return (CoveragePhrase.describe(report) + " " + DetectionPhrase.describe(report)).strip();
    }

    private static String checked(HygieneReport report) {
        return CheckingPhrases.took(report) + "; seed "
                + report.seed() + "; PostgreSQL " + report.database().version() + " ("
                + report.database().provider().label() + ")";
    }
}
