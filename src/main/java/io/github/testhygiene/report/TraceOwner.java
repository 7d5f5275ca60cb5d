package io.github.testhygiene.report;

import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One that may leave something behind: a test, or the fixtures of a class. Public for the templates alone.
 *
 * @param name what a person calls it, fit to be shown
 * @param test the test; null for fixtures
 * @param rows what it left in tables and nobody took back
 * @param traces what else it left
 */
public record TraceOwner(String name, @Nullable TestId test, List<TableChange> rows, OtherTraces traces) {

    /**
     * Picks what counts as left.
     *
     * @param name what a person calls it
     * @param test the test; null for fixtures
     * @param rows what it left in tables; null if unknown
     * @param traces what else it left; null if unknown
     * @return without the rows that were taken back
     */
    static TraceOwner of(
            String name, @Nullable TestId test, @Nullable List<TableChange> rows, @Nullable OtherTraces traces) {
        List<TableChange> left = rows == null
                ? List.of()
                : rows.stream().filter(change -> !change.takenBack()).toList();
        return new TraceOwner(name, test, left, traces == null ? OtherTraces.NONE : traces);
    }

    /**
     * Whether it left anything.
     *
     * @return false if not, or if nothing is known
     */
    boolean leaves() {
        return !rows.isEmpty() || !traces.isEmpty();
    }
}
