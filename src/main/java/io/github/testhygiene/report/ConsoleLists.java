package io.github.testhygiene.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lists that share a number of lines: each is cut to its own limit, and the longest ones further until all fit.
 *
 * @param <L> what a line is
 */
final class ConsoleLists<L> {

    private final Function<String, L> note;
    private final List<Part<L>> parts = new ArrayList<>();

    /**
     * No list yet.
     *
     * @param note makes a line that says how much was left out
     */
    ConsoleLists(Function<String, L> note) {
        this.note = note;
    }

    /** A list's items, each with its lines, and how many of them are said at most. */
    private record Part<L>(List<List<L>> items, int limit, Function<String, L> note) {

        int said() {
            return Math.min(items.size(), limit);
        }

        int height() {
            return lines().size();
        }

        boolean isCut() {
            return items.size() > limit;
        }

        List<L> lines() {
            List<L> lines = new ArrayList<>();
            items.subList(0, said()).forEach(lines::addAll);
            if (isCut()) {
                lines.add(note.apply("… and " + (items.size() - said()) + " more in the report"));
            }
            return lines;
        }

        Part<L> shorter() {
            return new Part<>(items, said() - 1, note);
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
    <T> void add(List<T> items, int limit, Function<T, L> line) {
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
    <T> void addBlocks(List<T> items, int limit, Function<T, List<L>> lines) {
        parts.add(new Part<>(items.stream().map(lines).toList(), limit, note));
    }

    /**
     * Says the lists.
     *
     * @param room how many lines there are for all of them; one for each list and its longest item are always enough
     * @return at most {@code room} lines; a list that was cut ends with the number of what is left out
     */
    List<L> lines(int room) {
        List<Part<L>> fitting = new ArrayList<>(parts);
        while (fitting.stream().mapToInt(Part::height).sum() > room && shortenLongest(fitting)) {
            // Once more, until all fit or nothing is left to cut.
        }
        return fitting.stream().flatMap(part -> part.lines().stream()).toList();
    }

    private static <L> boolean shortenLongest(List<Part<L>> parts) {
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
