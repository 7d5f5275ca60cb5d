package io.github.testhygiene.report.chart;

/** Cuts names to the width that a picture has for them. */
final class CutText {

    /** From here on letters may take the room of two: Korean, Chinese, Japanese, emoji. */
    private static final int WIDE = 0x1100;

    private CutText() {}

    /**
     * A name of at most so many columns.
     *
     * @param name fit to be shown
     * @param columns at least 1
     * @return the name, with an ellipsis for what does not fit
     */
    static String cut(String name, int columns) {
        if (width(name) <= columns) {
            return name;
        }
        StringBuilder cut = new StringBuilder();
        int room = columns - 1;
        for (int c : name.codePoints().toArray()) {
            room -= width(c);
            if (room < 0) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.append('…').toString();
    }

    private static int width(String name) {
        return name.codePoints().map(CutText::width).sum();
    }

    private static int width(int c) {
        return c < WIDE || (c >= 0x2000 && c < 0x2300) ? 1 : 2;
    }
}
