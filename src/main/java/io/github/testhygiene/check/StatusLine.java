package io.github.testhygiene.check;

import java.util.function.Consumer;

/** One line at the bottom of a terminal that is written again and again; it leaves nothing behind. */
public final class StatusLine {

    private final Consumer<String> terminal;
    private final int width;
    private int shown;

    /**
     * Nothing is shown yet.
     *
     * @param terminal writes at once, without a line break of its own
     * @param width how many characters a line of it has; at least 2
     */
    public StatusLine(Consumer<String> terminal, int width) {
        this.terminal = terminal;
        this.width = width;
    }

    /** Shows a text in place of the one before, cut to the terminal's width. */
    void show(String text) {
        // The last column stays free: many terminals go on to the next line with it.
        String line = text.length() < width ? text : text.substring(0, width - 2) + "…";
        // Spaces instead of an escape sequence, which not every terminal understands.
        terminal.accept("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        shown = line.length();
    }

    /** Leaves an empty line, for other lines to be printed in its place. */
    void clear() {
        if (shown > 0) {
            terminal.accept("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }
}
