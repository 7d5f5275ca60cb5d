package io.github.testhygiene.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the database saw of one span of the reference run: of a test, or of the fixtures of a class.
 *
 * @param sql the statements; null if they were not counted, or cannot be told from those of others
 * @param rowsLeft what was left in tables, by name; null if the change log was not read, or if it cannot be told whose
 *     the rows are
 * @param traces what else was left; null as with {@code rowsLeft}
 * @param tablesWritten the tables that were written, even if all was taken back; sorted
 * @param tablesNamed the tables that statements named, read or written; sorted
 * @param unattributed why nothing or not everything can be said; null if there is no reason
 */
public record SpanEvidence(
        @Nullable SqlUse sql,
        @Nullable List<TableChange> rowsLeft,
        @Nullable OtherTraces traces,
        Set<String> tablesWritten,
        Set<String> tablesNamed,
        @Nullable String unattributed) {

    /** Copies the collections. */
    public SpanEvidence {
        rowsLeft = rowsLeft == null ? null : List.copyOf(rowsLeft);
        tablesWritten = new TreeSet<>(Objects.requireNonNull(tablesWritten, "tablesWritten"));
        tablesNamed = new TreeSet<>(Objects.requireNonNull(tablesNamed, "tablesNamed"));
    }

    /**
     * A span of which nothing can be said.
     *
     * @param reason why
     * @return evidence of nothing
     */
    public static SpanEvidence unattributed(String reason) {
        return new SpanEvidence(null, null, null, Set.of(), Set.of(), Objects.requireNonNull(reason, "reason"));
    }
}
