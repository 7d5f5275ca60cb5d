package io.github.testhygiene.model;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether something was seen, was seen to be absent, or was not observed at all. What was not observed is never reported
 * as absent.
 *
 * @param kind which of the three
 * @param reason why it was not observed, in one or two sentences; null if it was
 */
public record Observation(Kind kind, @Nullable String reason) {

    /** Something was there. */
    public static final Observation SEEN = new Observation(Kind.SEEN, null);

    /** It was observed that nothing was there. */
    public static final Observation NONE = new Observation(Kind.NONE, null);

    /** Checks that a reason is given exactly where nothing was observed. */
    public Observation {
        Objects.requireNonNull(kind, "kind");
        if ((kind == Kind.NOT_OBSERVED) != (reason != null)) {
            throw new IllegalArgumentException(kind + " with the reason: " + reason);
        }
    }

    /**
     * Returns that nothing was observed.
     *
     * @param reason why
     * @return neither seen nor seen to be absent
     */
    public static Observation notObserved(String reason) {
        return new Observation(Kind.NOT_OBSERVED, Objects.requireNonNull(reason, "reason"));
    }

    /**
     * Returns what was observed of something that may be there.
     *
     * @param seen whether it was there
     * @return seen, or seen to be absent
     */
    public static Observation of(boolean seen) {
        return seen ? SEEN : NONE;
    }

    /** The three answers. */
    public enum Kind implements Labeled {
        /** Something was there. */
        SEEN,
        /** It was observed that nothing was there. */
        NONE,
        /** Nothing can be said. */
        NOT_OBSERVED;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
