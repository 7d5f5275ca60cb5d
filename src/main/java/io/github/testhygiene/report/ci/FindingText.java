package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.text.PlainText;

/** A finding in words, where there is room for both what was seen and what to do. */
final class FindingText {

    private FindingText() {}

    /**
     * Both sentences.
     *
     * @param finding the finding
     * @param limit how many characters each may have
     * @return what was seen, a line break, what to do; fit to be shown
     */
    static String format(Finding finding, int limit) {
        String seen = PlainText.block(finding.message(), limit);
        String advice = PlainText.block(finding.advice(), limit);
        return advice.isEmpty() ? seen : seen + "\n" + advice;
    }

    /**
     * What it is about, after its rule.
     *
     * @param finding the finding
     * @param limit how many characters each part may have
     * @return for example {@code victim: OrderIT.counts}, {@code slow-suite} for the suite; fit to be shown on one line
     */
    static String title(Finding finding, int limit) {
        String rule = PlainText.line(finding.rule(), limit);
        String subject = PlainText.line(finding.subject(), limit);
        return subject.isEmpty() ? rule : rule + ": " + subject;
    }

    /**
     * A path, whole.
     *
     * @param path any path
     * @return fit to be shown on one line
     */
    static String visible(String path) {
        return PlainText.visible(path).replace('\n', ' ').replace('\t', ' ');
    }
}
