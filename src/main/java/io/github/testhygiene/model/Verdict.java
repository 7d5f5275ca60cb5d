package io.github.testhygiene.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one test.
 *
 * @param id the test
 * @param kind the verdict
 * @param reason why it is unchecked, or what there is to add; null if nothing
 * @param evidence the runs that it rests on
 * @param failure the failure that it rests on; null if none
 * @param failedIn the number of the run that showed it; null if the test never failed
 * @param failedLabel the name of the run that showed it; null if the test never failed
 */
public record Verdict(
        TestId id,
        VerdictKind kind,
        @Nullable String reason,
        TestEntry.Evidence evidence,
        @Nullable TestFailure failure,
        @Nullable Integer failedIn,
        @Nullable String failedLabel) {

    /** Checks that an unchecked test has a reason. */
    public Verdict {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(evidence, "evidence");
        if (kind == VerdictKind.UNCHECKED && reason == null) {
            throw new IllegalArgumentException("no reason why " + id + " is unchecked");
        }
    }

    /**
     * Another verdict that rests on the same runs.
     *
     * @param other the verdict
     * @param why the reason, or what there is to add
     * @return the verdict with the same evidence
     */
    public Verdict as(VerdictKind other, String why) {
        return new Verdict(id, other, why, evidence, failure, failedIn, failedLabel);
    }

    /**
     * Whether nobody asked for it, and no run had anything against the test.
     *
     * @return true for a test that was not selected
     */
    public boolean isNotSelected() {
        return kind == VerdictKind.UNCHECKED && Selection.NOT_SELECTED.equals(reason);
    }
}
