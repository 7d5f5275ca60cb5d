package io.github.testhygiene.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence whose value is not what it was.
 *
 * @param sequence its name with its schema
 * @param before the last value before; null if it had none yet
 * @param after the last value after; null if it was set back to its start
 */
public record SequenceAdvance(
        String sequence, @Nullable Long before, @Nullable Long after) {

    /** Checks that the name is there. */
    public SequenceAdvance {
        Objects.requireNonNull(sequence, "sequence");
    }
}
