package io.github.testhygiene.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement, a query in parentheses, or any other content of parentheses. */
final class QueryLevel {

    /** The names that WITH has given to queries so far. */
    final Set<String> common = new LinkedHashSet<>();

    /** Whether a statement that changes rows can begin here. */
    boolean start;
    /** Whether FROM names tables here; it does not in {@code extract(year FROM x)}. */
    boolean query;
    /** Whether a comma separates tables. */
    boolean tables;
    /** Whether a table comes next. */
    boolean expectsTable;
    /** Whether USING names tables. */
    boolean usingTables;
    /** Whether the query of WITH stands here, and its name comes next. */
    boolean with;

    boolean recursive;
    boolean expectsCommon;

    @Nullable
    String commonBefore;

    @Nullable
    List<String> target;

    QueryLevel(boolean start) {
        this.start = start;
    }

    void expectTables() {
        tables = true;
        expectsTable = true;
    }

    void endTables() {
        tables = false;
        expectsTable = false;
    }
}
