package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Suite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a test ended in its alone runs.
 *
 * @param passed in how many it passed; not negative
 * @param failed in how many it failed; not negative
 */
public record AloneCounts(int passed, int failed) {

    /** No alone run is known. */
    public static final AloneCounts NONE = new AloneCounts(0, 0);

    /** Checks the counts. */
    public AloneCounts {
        if (passed < 0 || failed < 0) {
            throw new IllegalArgumentException("passed " + passed + ", failed " + failed);
        }
    }

    /**
     * Of all tests of a suite.
     *
     * @param suite the tests
     * @param runs every run
     * @return by test; those that never ran alone are missing
     */
    public static Map<TestId, AloneCounts> count(Suite suite, List<CompletedRun> runs) {
        Map<TestId, AloneCounts> counts = new HashMap<>();
        for (UnitOutcomes facts : UnitOutcomes.ofAll(suite, runs)) {
            int passes = facts.alonePasses().size();
            int failures = facts.aloneFailures().size();
            if (passes + failures > 0) {
                facts.unit().tests().forEach(test -> counts.put(test.id(), new AloneCounts(passes, failures)));
            }
        }
        return counts;
    }

    /**
     * The passes in words.
     *
     * @return for example {@code " (3 of 3)"}; empty if there was no run
     */
    String passes() {
        return counted(passed);
    }

    /**
     * The failures in words.
     *
     * @return for example {@code " (3 of 3)"}; empty if there was no run
     */
    String failures() {
        return counted(failed);
    }

    private String counted(int those) {
        int all = passed + failed;
        return all == 0 ? "" : " (" + those + " of " + all + ")";
    }
}
