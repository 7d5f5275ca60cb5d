package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.Set;

/** Knows sleeps that wait for nothing: they spread load over time, or keep a thread busy until it is interrupted. */
final class PacingSleeps {

    /** Whoever sleeps for ten minutes, in milliseconds, is to be woken up. */
    private static final long ENDLESS = 600_000;

    /** What nobody notices, in milliseconds. */
    private static final long MOMENT = 10;

    private static final Set<String> CHANCE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGenerator",
            "org.apache.commons.lang3.RandomUtils",
            "kotlin.random.Random");

    private PacingSleeps() {}

    /**
     * Whether a sleep is one of these.
     *
     * @param sleep the call
     * @param code the method around it
     * @return true if its time is chosen by chance, has no end, or is a moment between two steps of many
     */
    static boolean isPacedBy(Step.Call sleep, ReachedCode code) {
        return sleep.arguments().stream().anyMatch(time -> time.contains(PacingSleeps::isByChance))
                || (sleep.owner().equals("java.lang.Thread")
                        && (isEndless(sleep.argument(0)) || (isMoment(sleep.argument(0)) && mayRepeat(sleep, code))));
    }

    /** A loop is conditional, too; what each of many threads does is often written as a local class. */
    private static boolean mayRepeat(Step.Call sleep, ReachedCode code) {
        return sleep.conditional() || code.file().isLocal();
    }

    private static boolean isByChance(Value value) {
        return value instanceof Value.Result result
                && (CHANCE.contains(result.owner())
                        || (result.owner().equals("java.lang.Math")
                                && result.name().equals("random")));
    }

    private static boolean isEndless(Value time) {
        return millis(time) >= ENDLESS;
    }

    private static boolean isMoment(Value time) {
        return millis(time) >= 0 && millis(time) <= MOMENT;
    }

    /** A negative number if it is not known. */
    private static long millis(Value time) {
        return time instanceof Value.Constant constant && constant.value() instanceof Number number
                ? number.longValue()
                : -1;
    }
}
