package io.github.testhygiene.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What has changed since an earlier report of the same project.
 *
 * @param since when the earlier reference run started
 * @param suiteMillis how long the earlier reference run took
 * @param tests how many tests it had
 * @param newFindings the fingerprints of the findings that the earlier report did not have, in this report's order
 * @param unchanged how many findings both reports have
 * @param fixed findings of the earlier report that are gone, although what they are about was checked again, or is gone
 *     as well
 * @param unknown findings of the earlier report that are not in this one, which did not check what they are about;
 *     nobody knows whether they are fixed
 */
public record Trend(
        Instant since,
        long suiteMillis,
        int tests,
        List<String> newFindings,
        int unchanged,
        List<Finding> fixed,
        List<Finding> unknown) {

    /** Copies the lists. */
    public Trend {
        Objects.requireNonNull(since, "since");
        newFindings = List.copyOf(newFindings);
        fixed = List.copyOf(fixed);
        unknown = List.copyOf(unknown);
    }
}
