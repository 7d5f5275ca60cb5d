package io.github.testhygiene.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a sentence. Public for the templates alone.
 *
 * @param text fit to be shown
 * @param code whether it names something in a program, as between backticks
 */
public record TextPart(String text, boolean code) {

    /**
     * Takes a sentence apart at its backticks.
     *
     * @param sentence fit to be shown
     * @return its parts in order; a backtick that has no other is text
     */
    public static List<TextPart> of(String sentence) {
        List<TextPart> parts = new ArrayList<>();
        int at = 0;
        int begin = sentence.indexOf('`');
        int end = begin < 0 ? -1 : sentence.indexOf('`', begin + 1);
        while (end >= 0) {
            add(parts, sentence.substring(at, begin), false);
            add(parts, sentence.substring(begin + 1, end), true);
            at = end + 1;
            begin = sentence.indexOf('`', at);
            end = begin < 0 ? -1 : sentence.indexOf('`', begin + 1);
        }
        add(parts, sentence.substring(at), false);
        return parts;
    }

    private static void add(List<TextPart> parts, String text, boolean code) {
        if (!text.isEmpty()) {
            parts.add(new TextPart(text, code));
        }
    }
}
