package io.github.testhygiene.sql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be read off a statement's text. Names are lists of parts, the table's own last, folded as PostgreSQL folds
 * them.
 *
 * @param kind what it is for
 * @param written the tables whose rows it changes
 * @param read all else that it names and that may be a table; a changed table only if its rows are returned or if it
 *     is named again
 * @param reachesData whether it reaches data or schema: neither {@code COMMIT} nor {@code SET} does, and no
 *     {@code SELECT} without a table or a function other than those about the session, such as {@code SELECT 1}
 * @param runsOthers whether it executes statements that its text does not show
 * @param countsChanges whether the server counts the rows that it changed as its rows
 * @param foreignKeyCheck whether the server itself executed it to check a foreign key
 * @param ours whether this plugin executed it
 */
public record StatementText(
        StatementKind kind,
        Set<List<String>> written,
        Set<List<String>> read,
        boolean reachesData,
        boolean runsOthers,
        boolean countsChanges,
        boolean foreignKeyCheck,
        boolean ours) {

    /**
     * What every statement of this plugin has in its text. As a comment it stands behind the first word: what stands
     * before that is not kept by PostgreSQL 18.
     */
    static final String MARK = "test-hygiene";

    public StatementText {
        written = Collections.unmodifiableSet(new LinkedHashSet<>(written));
        read = Collections.unmodifiableSet(new LinkedHashSet<>(read));
    }

    /**
     * Reads a statement.
     *
     * @param sql any text; one that is not understood or ends too soon is {@link StatementKind#OTHER}
     */
    public static StatementText of(String sql) {
        return StatementReader.read(SqlTokens.of(sql)).text(isForeignKeyCheck(sql), sql.contains(MARK));
    }

    /** The server's {@code ri_triggers.c} writes these texts, always in the same way. */
    private static boolean isForeignKeyCheck(String sql) {
        return sql.startsWith("SELECT ")
                && sql.contains(" OPERATOR(")
                && (sql.contains(" FOR KEY SHARE OF x")
                        || (sql.startsWith("SELECT fk.\"") && sql.contains(" pk ON (")));
    }
}
