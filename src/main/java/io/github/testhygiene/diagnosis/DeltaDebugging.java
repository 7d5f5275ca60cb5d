package io.github.testhygiene.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds a smallest part of a list that still shows something, without trying all parts (Zeller and Hildebrandt,
 * "Simplifying and Isolating Failure-Inducing Input", IEEE Transactions on Software Engineering 28(2), 2002). Only
 * complements are tried: with two halves they are the halves themselves, and later on they are what succeeds.
 */
final class DeltaDebugging {

    private DeltaDebugging() {}

    /**
     * Makes the list as small as it gets: no element of the result can be left out.
     *
     * @param items shows it as a whole; the order is kept
     * @param shows whether a part shows it; asked at most twice for each halving if a single element does
     */
    static <T> List<T> minimize(List<T> items, Predicate<List<T>> shows) {
        List<T> current = List.copyOf(items);
        int parts = 2;
        while (current.size() > 1) {
            List<T> smaller = smaller(current, parts, shows);
            if (smaller.size() < current.size()) {
                current = smaller;
                parts = Math.max(parts - 1, 2);
            } else if (parts < current.size()) {
                parts = Math.min(parts * 2, current.size());
            } else {
                break;
            }
        }
        return current;
    }

    /** The list without one of its parts; the list itself if every part is needed. Earlier parts go first. */
    private static <T> List<T> smaller(List<T> items, int parts, Predicate<List<T>> shows) {
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) items.size() * part / parts);
            int to = (int) ((long) items.size() * (part + 1) / parts);
            List<T> rest = new ArrayList<>(items.subList(0, from));
            rest.addAll(items.subList(to, items.size()));
            if (shows.test(rest)) {
                return List.copyOf(rest);
            }
        }
        return items;
    }
}
