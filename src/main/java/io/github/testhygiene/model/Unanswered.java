package io.github.testhygiene.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Most of the tests that were to be checked have no answer, which is the first thing that a report says.
 *
 * @param asked how many tests were to be checked: all but those that were skipped or not selected
 * @param unchecked how many of them are unchecked; more than half
 * @param reasons why, the most frequent first
 */
public record Unanswered(int asked, int unchecked, List<Reason> reasons) {

    /**
     * One reason.
     *
     * @param reason the beginning or the whole of a sentence, without the numbers of runs and the ids of tests
     * @param tests how many tests it holds for
     * @param advice what to change; a whole sentence
     */
    public record Reason(String reason, int tests, String advice) {}

    /** Copies the list. */
    public Unanswered {
        reasons = List.copyOf(reasons);
    }

    /**
     * Counts the reasons.
     *
     * @param verdicts every verdict
     * @param fixes what to change by a part of the reason, where that is known better than from the reason
     * @return empty unless more than half of the tests that were to be checked are unchecked
     */
    public static Optional<Unanswered> of(List<Verdict> verdicts, Map<String, String> fixes) {
        List<Verdict> asked = verdicts.stream()
                .filter(verdict -> verdict.kind() != VerdictKind.SKIPPED && !verdict.isNotSelected())
                .toList();
        List<String> reasons = asked.stream()
                .filter(verdict -> verdict.kind() == VerdictKind.UNCHECKED)
                .map(verdict -> Objects.requireNonNullElse(verdict.reason(), ""))
                .toList();
        if (reasons.size() * 2 <= asked.size()) {
            return Optional.empty();
        }
        Map<String, Long> counts = reasons.stream()
                .collect(Collectors.groupingBy(UncheckedAdvice::general, LinkedHashMap::new, Collectors.counting()));
        List<Reason> counted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> new Reason(
                        entry.getKey(), entry.getValue().intValue(), UncheckedAdvice.of(entry.getKey(), fixes)))
                .toList();
        return Optional.of(new Unanswered(asked.size(), reasons.size(), counted));
    }
}
