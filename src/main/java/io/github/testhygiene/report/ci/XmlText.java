package io.github.testhygiene.report.ci;

import io.github.testhygiene.text.PlainText;

/** Text that may stand in XML 1.0, which has no place for some characters, not even escaped. */
final class XmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /**
     * Text of several lines.
     *
     * @param text any text
     * @param limit how many characters of it are shown
     * @return fit to be written as an element's text
     */
    static String block(String text, int limit) {
        return allowed(PlainText.block(text, limit));
    }

    /**
     * Text on one line.
     *
     * @param text any text
     * @param limit how many characters of it are shown
     * @return fit to be written as an attribute's value
     */
    static String line(String text, int limit) {
        return allowed(PlainText.joined(text, limit));
    }

    /** {@link PlainText} has replaced the others. */
    private static String allowed(String text) {
        return text.replace('\uFFFE', REPLACEMENT).replace('\uFFFF', REPLACEMENT);
    }
}
