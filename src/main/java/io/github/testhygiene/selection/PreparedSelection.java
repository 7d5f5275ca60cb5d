package io.github.testhygiene.selection;

import io.github.testhygiene.model.SelectMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found out for a selection before the tests ran: they may change files, and the last report gives way to the next.
 *
 * @param mode which tests were asked for then
 * @param since the commit that was named then; null if none was
 * @param selector picks the tests
 */
public record PreparedSelection(SelectMode mode, @Nullable String since, TestSelector selector) {

    /**
     * Returns whether it answers what is asked for now.
     *
     * @param other which tests are asked for
     * @param otherSince the commit that is named; null if none is
     * @return false if another selection was prepared
     */
    public boolean isFor(SelectMode other, @Nullable String otherSince) {
        return mode == other && Objects.equals(since, otherSince);
    }
}
