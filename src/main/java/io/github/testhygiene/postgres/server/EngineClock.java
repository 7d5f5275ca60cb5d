package io.github.testhygiene.postgres.server;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How far the engine's clock is ahead of ours: engines in virtual machines lag behind after the machine has slept, and
 * others run on other machines.
 *
 * @param ahead negative if it lags behind
 */
public record EngineClock(Duration ahead) {

    static final EngineClock SAME = new EngineClock(Duration.ZERO);

    /**
     * Compares the clocks.
     *
     * @param asked when the engine was asked, by our clock
     * @param systemTime its answer, in ISO 8601; null if it gave none
     * @param answered when the answer came, by our clock
     * @return the same clock if the answer may have been given at that time, or cannot be read
     */
    static EngineClock of(Instant asked, @Nullable String systemTime, Instant answered) {
        try {
            Instant engine = systemTime == null
                    ? asked
                    : OffsetDateTime.parse(systemTime).toInstant();
            if (engine.isBefore(asked)) {
                return new EngineClock(Duration.between(asked, engine));
            }
            return engine.isAfter(answered) ? new EngineClock(Duration.between(answered, engine)) : SAME;
        } catch (DateTimeException unreadable) {
            return SAME;
        }
    }

    Instant toEngine(Instant ours) {
        return ours.plus(ahead);
    }

    Instant toOurs(Instant engine) {
        return engine.minus(ahead);
    }
}
