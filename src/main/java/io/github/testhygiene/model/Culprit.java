package io.github.testhygiene.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A polluter of a victim, or a state-setter of a brittle test, with the proof.
 *
 * @param tests the tests, in the order in which they ran; more than one only act together. Not empty
 * @param fixtureOf the class whose class-level fixtures do it, by its binary name, whatever its tests do; then
 *     {@code tests} names the test of that class with which this was shown. Null if the tests do it
 * @param shown in how many runs of just these tests and the suspect the suspect's outcome was not the one it has alone
 * @param runs of how many such runs
 * @param leak through what state got from them to the suspect
 * @param leakReason why that is undetermined, or what there is to add; null if nothing
 * @param traces what the culprit left outside the database that the suspect does not leave by itself; empty for a leak
 *     through the database
 * @param proof the rows that matter; null unless the leak is through the database and rows were found
 * @param proofReason why there is no proof by rows though the leak is through the database; null if there is one
 */
public record Culprit(
        List<TestId> tests,
        @Nullable String fixtureOf,
        int shown,
        int runs,
        Leak leak,
        @Nullable String leakReason,
        List<LeakTrace> traces,
        @Nullable RowProof proof,
        @Nullable String proofReason) {

    /** Copies the lists. */
    public Culprit {
        tests = List.copyOf(tests);
        traces = List.copyOf(traces);
        Objects.requireNonNull(leak, "leak");
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("a culprit without tests");
        }
        if (shown < 1 || shown > runs) {
            throw new IllegalArgumentException("shown in " + shown + " of " + runs + " runs");
        }
    }
}
