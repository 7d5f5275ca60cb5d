package io.github.testhygiene.model;

import java.util.List;

/**
 * Whether the build may pass.
 *
 * @param passed true if nothing stands against it
 * @param breaches what stands against it, one entry a rule
 */
public record GateResult(boolean passed, List<Breach> breaches) {

    /** Checks that the two parts agree. */
    public GateResult {
        breaches = List.copyOf(breaches);
        if (passed != breaches.isEmpty()) {
            throw new IllegalArgumentException("a gate passes when there is no breach, and only then");
        }
    }

    /**
     * A limit that was passed.
     *
     * @param rule the rule's id
     * @param actual how many findings there are
     * @param limit how many there may be
     * @param message a sentence for the log
     */
    public record Breach(String rule, long actual, long limit, String message) {}
}
