package io.github.testhygiene.report;

import io.github.testhygiene.report.ConsoleColor.Tone;
import io.github.testhygiene.text.PlainText;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table on the console.
 *
 * @param kind the first column, such as a verdict; a whole line if there are no others
 * @param tone what it says; null if it says nothing by itself
 * @param about the second column, such as a test
 * @param what the third column
 */
record ConsoleRow(String kind, @Nullable Tone tone, String about, String what) {

    private static final String GAP = "  ";

    /** A name that is longer pushes the rest of its own row aside, and not that of all others. */
    private static final int WIDEST = 48;

    static ConsoleRow of(String kind, Tone tone, String about, String what) {
        return new ConsoleRow(kind, tone, about, what);
    }

    /** What goes on below the third column. */
    static ConsoleRow more(String what) {
        return new ConsoleRow("", null, "", what);
    }

    /** A line without columns. */
    static ConsoleRow note(String text) {
        return new ConsoleRow(text, null, "", "");
    }

    private boolean isNote() {
        return about.isEmpty() && what.isEmpty();
    }

    /** The rows with their columns below each other, each at most so many characters wide. */
    static List<String> aligned(List<ConsoleRow> rows, int width, ConsoleColor paint) {
        int kinds = widest(rows, row -> row.kind().length());
        int abouts = widest(rows, row -> row.about().length());
        return rows.stream().map(row -> row.line(kinds, abouts, width, paint)).toList();
    }

    private static int widest(List<ConsoleRow> rows, ToIntFunction<ConsoleRow> length) {
        return rows.stream()
                .filter(row -> !row.isNote())
                .mapToInt(length)
                .filter(each -> each <= WIDEST)
                .max()
                .orElse(0);
    }

    private String line(int kinds, int abouts, int width, ConsoleColor paint) {
        if (isNote()) {
            return PlainText.line(kind, width);
        }
        String rest = padded("", kinds - kind.length()) + GAP + padded(about, abouts) + GAP;
        String end = PlainText.line(what, width - kind.length() - rest.length());
        return (tone == null ? kind : paint.paint(tone, kind)) + rest + end;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
