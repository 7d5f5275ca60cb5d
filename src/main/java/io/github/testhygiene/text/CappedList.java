package io.github.testhygiene.text;

import java.util.List;

/**
 * The first items of a list that may be too long for a page.
 *
 * @param <T> what the list holds
 * @param shown the items that are shown
 * @param more how many are left out; 0 if none are
 */
public record CappedList<T>(List<T> shown, int more) {

    /** Copies the list. */
    public CappedList {
        shown = List.copyOf(shown);
    }

    /**
     * Cuts a list.
     *
     * @param items the whole list
     * @param limit how many are shown at most
     * @param <T> what the list holds
     * @return the first items
     */
    public static <T> CappedList<T> of(List<T> items, int limit) {
        int end = Math.min(items.size(), limit);
        return new CappedList<>(items.subList(0, end), items.size() - end);
    }

    /**
     * Whether there is nothing to show.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return shown.isEmpty();
    }

    /**
     * Says how many are left out.
     *
     * @param noun what they are, in the singular
     * @return for example {@code and 3 more tests}; empty if none are left out
     */
    public String rest(String noun) {
        return more == 0 ? "" : "and " + Phrases.count(more, "more " + noun);
    }
}
