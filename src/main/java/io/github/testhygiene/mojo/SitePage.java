package io.github.testhygiene.mojo;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.report.SiteWords;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.CheckingPhrases;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import io.github.testhygiene.text.TextPart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.impl.SinkEventAttributeSet.Semantics;

/**
 * The essentials of a report as a page of a Maven site.
 *
 * @param report what to show
 * @param words in the site's language
 * @param whole where the whole report stands, relative to the page; empty if it is not in the site
 */
record SitePage(HygieneReport report, SiteWords words, Optional<String> whole) {

    /** More would make a page that nobody reads; the whole report has a table to filter. */
    private static final int FINDINGS = 200;

    private static final int NAME = 200;
    private static final int SENTENCE = 1_000;

    /** Writes the page. Every text of the tests is made visible first, and the sink escapes it. */
    void write(Sink sink) {
        sink.head();
        sink.title();
        sink.text(words.of("title"));
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(words.of("title"));
        sink.sectionTitle1_();
        gate(sink);
        tests(sink);
        findings(sink);
        sink.section1_();
        sink.body_();
        sink.flush();
        sink.close();
    }

    private void gate(Sink sink) {
        sink.paragraph();
        sink.inline(Semantics.STRONG);
        sink.text(PlainText.line(Phrases.headline(report), SENTENCE));
        sink.inline_();
        sink.paragraph_();
        List<String> unanswered = CheckingPhrases.unanswered(report);
        if (!unanswered.isEmpty()) {
            list(sink, unanswered);
        }
        CheckingPhrases.overload(report).ifPresent(sentence -> paragraph(sink, sentence));
        List<String> breaches = report.gate().breaches().stream()
                .map(GateResult.Breach::message)
                .toList();
        if (!breaches.isEmpty()) {
            list(sink, breaches);
        }
        whole.ifPresent(link -> {
            sink.paragraph();
            sink.link(link);
            sink.text(words.of("whole"));
            sink.link_();
            sink.text(" " + words.of("whole.text"));
            sink.paragraph_();
        });
    }

    private void tests(Sink sink) {
        section(sink, words.of("tests"));
        List<String> counts = Arrays.stream(VerdictKind.values())
                .filter(kind -> report.count(kind) > 0)
                .map(kind -> Phrases.number(report.count(kind)) + " " + kind.label())
                .toList();
        list(sink, counts);
        HygieneReport.Suite suite = report.suite();
        paragraph(
                sink,
                words.of(
                        "time",
                        Phrases.time(suite.durationMillis()),
                        Phrases.time(suite.budgetMillis()),
                        Phrases.count(suite.tests(), "test"),
                        words.of(suite.withinBudget() ? "time.within" : "time.over")));
        paragraph(
                sink,
                words.of(
                        "checked",
                        CheckingPhrases.took(report),
                        Phrases.moment(report.startedAt()),
                        String.valueOf(report.seed()),
                        report.database().version()));
        sink.section2_();
    }

    private void findings(Sink sink) {
        section(sink, words.of("findings"));
        CappedList<Finding> findings = CappedList.of(report.findings(), FINDINGS);
        if (findings.isEmpty()) {
            paragraph(sink, words.of("findings.none"));
        } else {
            table(sink, findings.shown());
        }
        if (findings.more() > 0) {
            paragraph(sink, words.of("findings.more", findings.rest("finding")));
        }
        sink.section2_();
    }

    private void table(Sink sink, List<Finding> findings) {
        int left = Sink.JUSTIFY_LEFT;
        sink.table();
        sink.tableRows(new int[] {left, left, left, left, left}, false);
        sink.tableRow();
        for (String column : List.of("severity", "rule", "subject", "message", "advice")) {
            sink.tableHeaderCell();
            sink.text(words.of("finding." + column));
            sink.tableHeaderCell_();
        }
        sink.tableRow_();
        findings.forEach(finding -> row(sink, finding));
        sink.tableRows_();
        sink.table_();
    }

    private void row(Sink sink, Finding finding) {
        String accepted = finding.accepted() ? " " + words.of("finding.accepted") : "";
        String subject = finding.subject().isEmpty() ? words.of("finding.suite") : finding.subject();
        sink.tableRow();
        cell(sink, finding.severity().label() + accepted, SENTENCE);
        cell(sink, finding.rule(), NAME);
        cell(sink, subject, NAME);
        cell(sink, finding.message(), SENTENCE);
        cell(sink, finding.advice(), SENTENCE);
        sink.tableRow_();
    }

    private static void cell(Sink sink, String text, int limit) {
        sink.tableCell();
        sentence(sink, PlainText.joined(text, limit));
        sink.tableCell_();
    }

    private static void section(Sink sink, String title) {
        sink.section2();
        sink.sectionTitle2();
        sink.text(title);
        sink.sectionTitle2_();
    }

    private static void list(Sink sink, List<String> items) {
        sink.list();
        for (String item : items) {
            sink.listItem();
            sentence(sink, PlainText.joined(item, SENTENCE));
            sink.listItem_();
        }
        sink.list_();
    }

    private static void paragraph(Sink sink, String text) {
        sink.paragraph();
        sentence(sink, PlainText.joined(text, SENTENCE));
        sink.paragraph_();
    }

    /** What stands between backticks names something in a program. */
    private static void sentence(Sink sink, String text) {
        for (TextPart part : TextPart.of(text)) {
            if (part.code()) {
                sink.inline(Semantics.CODE);
                sink.text(part.text());
                sink.inline_();
            } else {
                sink.text(part.text());
            }
        }
    }
}
