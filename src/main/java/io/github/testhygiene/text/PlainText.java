package io.github.testhygiene.text;

/** Makes text of unknown origin fit to be shown: names, messages and stack traces may hold anything. */
public final class PlainText {

    private static final char CONTROL_PICTURES = '\u2400';

    private PlainText() {}

    /**
     * Replaces what a reader would not see, or what would act on the text around it, by a sign that can be seen.
     *
     * @param text any text
     * @return the same with control characters (but tab and line feed) as control pictures, and with a replacement
     *     character for each mark that turns the direction of writing
     */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> shown.appendCodePoint(shown(c)));
        return shown.toString();
    }

    /**
     * One line of at most so many characters.
     *
     * @param text any text
     * @param limit at least 1
     * @return the first line, as {@link #visible} shows it, cut with an ellipsis if it is longer
     */
    public static String line(String text, int limit) {
        String first = text.strip().lines().findFirst().orElse("");
        return cut(
                visible(first.substring(0, Math.min(first.length(), limit + 1))).replace('\t', ' '), limit);
    }

    /**
     * All of a text on one line of at most so many characters; for queries and rows, whose line breaks mean little.
     *
     * @param text any text
     * @param limit at least 1
     * @return the text as {@link #visible} shows it, with a space for each line break and the indentation around it, cut with an
     *     ellipsis
     */
    public static String joined(String text, int limit) {
        StringBuilder words = new StringBuilder();
        for (String word : (Iterable<String>) text.lines()::iterator) {
            words.append(words.length() == 0 || word.isBlank() ? "" : " ").append(word.strip());
            if (words.length() > limit) {
                break;
            }
        }
        return line(words.toString(), limit);
    }

    /**
     * Several lines of at most so many characters, with a note on what is left out.
     *
     * @param text any text
     * @param limit at least 1
     * @return the text as {@link #visible} shows it
     */
    public static String block(String text, int limit) {
        String stripped = text.strip();
        if (stripped.length() <= limit) {
            return visible(stripped);
        }
        int more = stripped.length() - limit;
        return visible(stripped.substring(0, limit)) + "…\n(" + more + " more characters in report.json)";
    }

    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 2 < 0 ? 0 : limit - 2)) ? limit - 2 : limit - 1;
        return text.substring(0, Math.max(0, end)) + "…";
    }

    private static int shown(int c) {
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (c < 0x20) {
            return CONTROL_PICTURES + c;
        }
        boolean turnsDirection = c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
        boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return turnsDirection || lone || (c >= 0x7F && c <= 0x9F) ? 0xFFFD : c;
    }
}
