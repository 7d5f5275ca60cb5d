package io.github.testhygiene.gate;

import java.util.Set;

/**
 * What a build must not have.
 *
 * @param failOn the ids of the rules of which not a single finding may be left; empty if nothing fails the build
 */
public record GatePolicy(Set<String> failOn) {

    /** Copies the set. */
    public GatePolicy {
        failOn = Set.copyOf(failOn);
    }
}
