package io.github.testhygiene.help;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class LineWrapping {

    private LineWrapping() {}

    /**
     * Breaks a text between words.
     *
     * @param text any text; its own line breaks are spaces
     * @param width how many characters a line may have, at least 1; a longer word has a line of its own
     * @param first what the first line begins with
     * @param next what each further line begins with
     * @return the lines; none for a text without words
     */
    static List<String> lines(String text, int width, String first, String next) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            String start = lines.isEmpty() ? first : next;
            if (!line.isEmpty() && start.length() + line.length() + 1 + word.length() > width) {
                lines.add(start + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add((lines.isEmpty() ? first : next) + line);
        }
        return lines;
    }
}
