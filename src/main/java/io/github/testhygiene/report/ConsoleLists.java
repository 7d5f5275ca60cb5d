package io.github.testhygiene.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists that share a number of lines: each is cut to its own limit, and the longest ones further until all fit. */
final class ConsoleLists {

    private final List<Part> parts = new ArrayList<>();

    /** A list's lines and how many of them are said at most. */
    private record Part(List<String> lines, int limit) {

        int said() {
            return Math.min(lines.size(), limit);
        }

        int height() {
            return said() + (isCut() ? 1 : 0);
        }

        boolean isCut() {
            return lines.size() > limit;
        }

        Part shorter() {
            return new Part(lines, said() - 1);
        }
    }

    /**
     * Adds a list behind the others.
     *
     * @param items what it holds
     * @param limit how many are said at most; at least 1
     * @param line how an item is said
     * @param <T> what it holds
     */
    <T> void add(List<T> items, int limit, Function<T, String> line) {
        parts.add(new Part(items.stream().map(line).toList(), limit));
    }

    /**
     * Says the lists.
     *
     * @param room how many lines there are for all of them; two for each list are always enough
     * @return at most {@code room} lines; a list that was cut ends with the number of what is left out
     */
    List<String> lines(int room) {
        List<Part> fitting = new ArrayList<>(parts);
        while (fitting.stream().mapToInt(Part::height).sum() > room && shortenLongest(fitting)) {
            // Once more, until all fit or nothing is left to cut.
        }
        List<String> lines = new ArrayList<>();
        for (Part part : fitting) {
            lines.addAll(part.lines().subList(0, part.said()));
            if (part.isCut()) {
                lines.add("… and " + (part.lines().size() - part.said()) + " more in the report");
            }
        }
        return lines;
    }

    private static boolean shortenLongest(List<Part> parts) {
        int longest = 0;
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).said() > parts.get(longest).said()) {
                longest = i;
            }
        }
        if (parts.isEmpty() || parts.get(longest).said() <= 1) {
            return false;
        }
        parts.set(longest, parts.get(longest).shorter());
        return true;
    }
}
