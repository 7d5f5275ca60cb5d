package io.github.testhygiene.report.ci;

import io.github.testhygiene.text.PlainText;
import io.github.testhygiene.text.TextPart;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes text of unknown origin so that GitHub and GitLab show it as it is, in a paragraph as well as in the cell of a
 * table. All of it stands on one line.
 */
final class Markdown {

    /** What could begin or end something in Markdown or in HTML; as numbers they are text wherever they stand. */
    private static final String SPECIAL = "&<>|`*_[]\\~$";

    /** What becomes a mention, an issue, an emoji or a link, even where it is written as a number. */
    private static final Pattern MAGIC = Pattern.compile("[@#](?=\\w)|:(?=[\\w+-]+:)|:(?=//)|(?<=www)\\.(?=\\w)");

    /** Shows nothing, and no name or link has one within it. */
    private static final char ZERO_WIDTH_SPACE = '\u200B';

    private Markdown() {}

    /**
     * Plain text.
     *
     * @param text any text
     * @param limit how many characters of it are shown
     * @return Markdown
     */
    static String text(String text, int limit) {
        return escaped(PlainText.joined(text, limit));
    }

    /**
     * The name of something in a program.
     *
     * @param name any text
     * @param limit how many characters of it are shown
     * @return Markdown; empty if the name is
     */
    static String code(String name, int limit) {
        return span(PlainText.joined(name, limit));
    }

    /**
     * A sentence in which names of a program stand between backticks.
     *
     * @param sentence any text
     * @param limit how many characters of it are shown
     * @return Markdown
     */
    static String sentence(String sentence, int limit) {
        return TextPart.of(PlainText.joined(sentence, limit)).stream()
                .map(part -> part.code() && !part.text().isBlank() ? span(part.text()) : escaped(part.text()))
                .collect(Collectors.joining());
    }

    /**
     * A row of a table.
     *
     * @param cells Markdown on one line each
     * @return one line
     */
    static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Between backticks where nothing within could end it; those who read the file itself prefer that. */
    private static String span(String name) {
        if (name.isBlank()) {
            return escaped(name);
        }
        boolean plain = name.chars().noneMatch(c -> c == '`' || c == '|' || c == '\\') && name.equals(name.strip());
        return plain ? "`" + name + "`" : "<code>" + escaped(name) + "</code>";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        String broken = MAGIC.matcher(text).replaceAll("$0" + ZERO_WIDTH_SPACE);
        for (int i = 0; i < broken.length(); i++) {
            char c = broken.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 && !isWithinAWord(broken, i)) {
                escaped.append("&#").append((int) c).append(';');
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** An underscore between letters emphasizes nothing, and names have many. */
    private static boolean isWithinAWord(String text, int i) {
        return text.charAt(i) == '_'
                && i > 0
                && i < text.length() - 1
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }
}
