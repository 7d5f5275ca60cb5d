package io.github.testhygiene.model;

import java.util.List;

/**
 * Most of the tests that were to be checked have no answer, which is the first thing that a report says.
 *
 * @param asked how many tests were to be checked: all but those that were skipped or not selected
 * @param unchecked how many of them are unchecked; more than half
 * @param reasons why, the most frequent first
 */
public record UncheckedMajority(int asked, int unchecked, List<Reason> reasons) {

    /**
     * One reason.
     *
     * @param reason the beginning or the whole of a sentence, without the numbers of runs and the ids of tests
     * @param tests how many tests it holds for
     * @param advice what to change; a whole sentence
     */
    public record Reason(String reason, int tests, String advice) {}

    /** Copies the list. */
    public UncheckedMajority {
        reasons = List.copyOf(reasons);
    }
}
