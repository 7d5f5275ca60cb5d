package io.github.testhygiene.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run, as the report lists it.
 *
 * @param number from 1 up
 * @param label the run's own name, for {@code -Dtest-hygiene.onlyRun}; for example {@code shuffled-1}
 * @param kind what it was for
 * @param tests how many tests it was to execute
 * @param durationMillis how long it took, with the start of the JVM
 * @param outcome {@code completed}, {@code timed-out}, {@code crashed} or {@code no-answer}
 * @param reason why it was not completed; null if it was
 * @param order the ids of its tests in the order in which they ran; null for a run of one test
 * @param failed the ids of the tests that failed; of a run of two rounds, in the first one
 * @param notRun the ids of the tests that were to run and gave no outcome, or were skipped
 * @param failedAgain the ids of the tests that failed in the second round; null for a run of one round
 */
public record RunEntry(
        int number,
        String label,
        RunKind kind,
        int tests,
        long durationMillis,
        String outcome,
        @Nullable String reason,
        @Nullable List<TestId> order,
        List<TestId> failed,
        List<TestId> notRun,
        @Nullable List<TestId> failedAgain) {

    /** Copies the lists; those of reports that were written before they had one are empty. */
    public RunEntry {
        order = order == null ? null : List.copyOf(order);
        failed = List.copyOf(failed);
        notRun = notRun == null ? List.of() : List.copyOf(notRun);
        failedAgain = failedAgain == null ? null : List.copyOf(failedAgain);
    }

    /**
     * The tests that failed in any round.
     *
     * @return ids, each once
     */
    public List<TestId> allFailed() {
        return failedAgain == null
                ? failed
                : Stream.concat(failed.stream(), failedAgain.stream())
                        .distinct()
                        .toList();
    }

    /**
     * A run of one round.
     *
     * @param number from 1 up
     * @param label the run's own name
     * @param kind what it was for
     * @param tests how many tests it was to execute
     * @param durationMillis how long it took
     * @param outcome how it ended
     * @param reason why it was not completed; null if it was
     * @param order the ids of its tests in the order in which they ran; null for a run of one test
     * @param failed the ids of the tests that failed
     * @param notRun the ids of the tests that were to run and gave no outcome, or were skipped
     */
    public RunEntry(
            int number,
            String label,
            RunKind kind,
            int tests,
            long durationMillis,
            String outcome,
            @Nullable String reason,
            @Nullable List<TestId> order,
            List<TestId> failed,
            List<TestId> notRun) {
        this(number, label, kind, tests, durationMillis, outcome, reason, order, failed, notRun, null);
    }

    /**
     * A run of which every test gave an outcome.
     *
     * @param number from 1 up
     * @param label the run's own name
     * @param kind what it was for
     * @param tests how many tests it was to execute
     * @param durationMillis how long it took
     * @param outcome how it ended
     * @param reason why it was not completed; null if it was
     * @param order the ids of its tests in the order in which they ran; null for a run of one test
     * @param failed the ids of the tests that failed
     */
    public RunEntry(
            int number,
            String label,
            RunKind kind,
            int tests,
            long durationMillis,
            String outcome,
            @Nullable String reason,
            @Nullable List<TestId> order,
            List<TestId> failed) {
        this(number, label, kind, tests, durationMillis, outcome, reason, order, failed, List.of());
    }
}
