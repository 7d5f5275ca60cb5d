package io.github.testhygiene.replay;

import java.util.Objects;

/**
 * What a replayed run says.
 *
 * @param ending how it compares with what was recorded
 * @param fixed whether what failed then gave an answer and passes now
 * @param sentence the same in words; without an answer, why there is none
 */
public record ReplayVerdict(Ending ending, boolean fixed, String sentence) {

    /** How a run compares with what was recorded. */
    enum Ending {
        AS_RECORDED,
        OTHERWISE,
        NO_ANSWER
    }

    /** Checks that there is a sentence. */
    public ReplayVerdict {
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** Whether this is what the person wanted. */
    boolean success(boolean expectFixed) {
        return expectFixed ? fixed : ending == Ending.AS_RECORDED;
    }
}
