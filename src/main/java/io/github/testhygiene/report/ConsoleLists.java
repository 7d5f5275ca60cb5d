package io.github.testhygiene.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists that share a number of lines: each is cut to its own limit, and the longest ones further until all fit. */
final class ConsoleLists {

    private final List<Part> parts = new ArrayList<>();

    /** A list's items, each with its lines, and how many of them are said at most. */
    private record Part(List<List<String>> items, int limit) {

        int said() {
            return Math.min(items.size(), limit);
        }

        int height() {
            return lines().size();
        }

        boolean isCut() {
            return items.size() > limit;
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            items.subList(0, said()).forEach(lines::addAll);
            if (isCut()) {
                lines.add("… and " + (items.size() - said()) + " more in the report");
            }
            return lines;
        }

        Part shorter() {
            return new Part(items, said() - 1);
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
        addBlocks(items, limit, item -> List.of(line.apply(item)));
    }

    /**
     * Adds a list of items that take several lines; they are said as a whole or not at all.
     *
     * @param items what it holds
     * @param limit how many are said at most; at least 1
     * @param lines how an item is said
     * @param <T> what it holds
     */
    <T> void addBlocks(List<T> items, int limit, Function<T, List<String>> lines) {
        parts.add(new Part(items.stream().map(lines).toList(), limit));
    }

    /**
     * Says the lists.
     *
     * @param room how many lines there are for all of them; one for each list and its longest item are always enough
     * @return at most {@code room} lines; a list that was cut ends with the number of what is left out
     */
    List<String> lines(int room) {
        List<Part> fitting = new ArrayList<>(parts);
        while (fitting.stream().mapToInt(Part::height).sum() > room && shortenLongest(fitting)) {
            // Once more, until all fit or nothing is left to cut.
        }
        return fitting.stream().flatMap(part -> part.lines().stream()).toList();
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
