package io.github.testhygiene.plan;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The time that checking may take; it runs from the moment at which it is made. Safe for use by several threads. */
public final class TimeBudget {

    private final Duration total;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private volatile boolean ended;

    /**
     * Starts the clock.
     *
     * @param total the time there is; positive
     * @param nanoTime the clock, usually {@code System::nanoTime}
     */
    public TimeBudget(Duration total, LongSupplier nanoTime) {
        if (total.isNegative() || total.isZero()) {
            throw new IllegalArgumentException("a time budget is positive: " + total);
        }
        this.total = total;
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
        this.startNanos = nanoTime.getAsLong();
    }

    /**
     * The whole budget.
     *
     * @return positive
     */
    public Duration total() {
        return total;
    }

    /**
     * The time used so far.
     *
     * @return not negative
     */
    public Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - startNanos);
    }

    /**
     * The time left.
     *
     * @return zero when the budget has ended; never negative
     */
    public Duration remaining() {
        if (ended) {
            return Duration.ZERO;
        }
        Duration left = total.minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Whether the budget has ended.
     *
     * @return true if so
     */
    public boolean isOver() {
        return remaining().isZero();
    }

    /** Ends the budget at once: somebody ends the build. */
    public void end() {
        ended = true;
    }

    /**
     * Whether the build was interrupted.
     *
     * @return true after {@link #end()}
     */
    public boolean wasEnded() {
        return ended;
    }

    /**
     * Why the budget is over, if it is.
     *
     * @return the beginning of a sentence; empty if there is time left
     */
    public Optional<String> whyOver() {
        if (ended) {
            return Optional.of("the build was interrupted");
        }
        return isOver() ? Optional.of("the time budget ended") : Optional.empty();
    }
}
