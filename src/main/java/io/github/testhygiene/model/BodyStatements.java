package io.github.testhygiene.model;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a test's own method, without fixtures, asked of the database in its alone run.
 *
 * @param statements how many statements were executed; not negative
 * @param tablesWritten the tables that they wrote, as PostgreSQL writes their names, with schema; sorted
 * @param tablesRead the tables that they read, written likewise; sorted
 * @param ddl how many of the statements changed the schema; not negative
 */
public record BodyStatements(long statements, Set<String> tablesWritten, Set<String> tablesRead, long ddl) {

    /** Checks that the count is not negative; copies and sorts the sets. */
    public BodyStatements {
        if (statements < 0 || ddl < 0) {
            throw new IllegalArgumentException("negative count of statements: " + statements);
        }
        tablesWritten = sorted(Objects.requireNonNull(tablesWritten, "tablesWritten"));
        tablesRead = sorted(Objects.requireNonNull(tablesRead, "tablesRead"));
    }

    /**
     * What a method that left the schema as it was asked.
     *
     * @param statements how many statements were executed
     * @param tablesWritten the tables that they wrote
     * @param tablesRead the tables that they read
     */
    public BodyStatements(long statements, Set<String> tablesWritten, Set<String> tablesRead) {
        this(statements, tablesWritten, tablesRead, 0);
    }

    private static SortedSet<String> sorted(Set<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
