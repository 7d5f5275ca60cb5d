package io.github.testhygiene.timing;

import io.github.testhygiene.model.SlowCause;
import java.util.Comparator;
import java.util.Optional;

/**
 * A cause and its weight.
 *
 * @param cause what is told
 * @param share the part of the time that it explains, 0 to 1; 0 if it is told as a count
 */
record WeightedCause(SlowCause cause, double share) {

    /** The greatest share first; counts last. */
    static final Comparator<WeightedCause> GREATEST_FIRST = Comparator.comparingDouble(
                    (WeightedCause each) -> -each.share())
            .thenComparing(each -> each.cause().kind());

    /** A cause that explains a time; empty if that is not worth telling. */
    static Optional<WeightedCause> time(
            SlowCause.Kind kind, double part, ExplainedTime total, String message, String advice) {
        return time(kind, part, total, total, message, advice);
    }

    /** The same, where the message names another whole than the time that the cause is weighed against. */
    static Optional<WeightedCause> time(
            SlowCause.Kind kind, double part, ExplainedTime total, ExplainedTime named, String message, String advice) {
        if (!total.deserves(part)) {
            return Optional.empty();
        }
        SlowCause cause = new SlowCause(
                kind, Math.round(Math.min(part, named.millis())), Math.round(named.millis()), message, advice);
        return Optional.of(new WeightedCause(cause, total.share(part)));
    }

    /** A cause whose time nobody measured. */
    static Optional<WeightedCause> count(SlowCause.Kind kind, String message, String advice) {
        return Optional.of(new WeightedCause(new SlowCause(kind, null, message, advice), 0));
    }
}
