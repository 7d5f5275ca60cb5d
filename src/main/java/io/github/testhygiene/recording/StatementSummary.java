package io.github.testhygiene.recording;

import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.SqlUse.Repeated;
import io.github.testhygiene.postgres.log.StatementCount;
import io.github.testhygiene.sql.StatementKind;
import io.github.testhygiene.sql.StatementText;
import io.github.testhygiene.sql.TableNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of one span of a run come to. This plugin's own statements and the server's checks of foreign
 * keys are left out of everything.
 *
 * @param sql counts, times and rows of what a client sent and what reaches data or schema: neither transactions nor
 *     settings of the session are counted, and no {@code SELECT 1}, with which a pool tries a connection
 * @param tablesWritten the tables whose rows were changed, by functions, triggers and cascades as well; sorted. A
 *     statement that found no row to change wrote nothing
 * @param tablesRead the tables that any statement read, other than to change the schema; sorted
 * @param tablesNamed the tables that any statement named; sorted
 * @param touchesSchema whether any statement changed the schema, or may have done so unseen
 */
record StatementSummary(
        SqlUse sql, Set<String> tablesWritten, Set<String> tablesRead, Set<String> tablesNamed, boolean touchesSchema) {

    // What every server is built with, unless somebody builds it otherwise.
    private static final long BLOCK_BYTES = 8192;

    private static final Set<String> CATALOGS = Set.of("pg_catalog", "information_schema");

    StatementSummary {
        tablesWritten = new TreeSet<>(tablesWritten);
        tablesRead = new TreeSet<>(tablesRead);
        tablesNamed = new TreeSet<>(tablesNamed);
    }

    private record Counted(StatementCount count, StatementText text) {

        boolean isUse() {
            return count.toplevel() && text.reachesData();
        }

        boolean wrote() {
            return !text.countsChanges() || count.rows() > 0;
        }

        /** Whether it is a query of the application's own tables. */
        boolean isQuery() {
            return isUse()
                    && text.kind() == StatementKind.READ
                    && !text.read().stream().allMatch(Counted::isCatalog);
        }

        private static boolean isCatalog(List<String> name) {
            return name.size() > 1
                    ? CATALOGS.contains(name.get(name.size() - 2))
                    : name.get(0).startsWith("pg_");
        }
    }

    /**
     * Sums up.
     *
     * @param counts what the server counted in the span
     * @param texts reads their texts
     * @param tables the tables that there are
     * @param nestedCounted whether the server counts what functions and blocks execute, too
     *     ({@code pg_stat_statements.track} is {@code all})
     * @param connections how many connections were opened; null if unknown
     */
    static StatementSummary of(
            List<StatementCount> counts,
            StatementTexts texts,
            TableNames tables,
            boolean nestedCounted,
            @Nullable Long connections) {
        List<Counted> statements = new ArrayList<>();
        for (StatementCount count : counts) {
            StatementText text = texts.of(count.text());
            if (count.calls() > 0 && !text.ours() && !text.foreignKeyCheck()) {
                statements.add(new Counted(count, text));
            }
        }
        Set<List<String>> written = new HashSet<>();
        Set<List<String>> read = new HashSet<>();
        Set<List<String>> named = new HashSet<>();
        boolean touchesSchema = false;
        for (Counted statement : statements) {
            StatementText text = statement.text();
            written.addAll(statement.wrote() ? text.written() : Set.of());
            named.addAll(text.written());
            named.addAll(text.read());
            read.addAll(text.kind() == StatementKind.DDL ? Set.of() : text.read());
            touchesSchema |= text.kind() == StatementKind.DDL || (!nestedCounted && text.runsOthers());
        }
        return new StatementSummary(
                use(statements, connections),
                tables.resolve(written),
                tables.resolve(read),
                tables.resolve(named),
                touchesSchema);
    }

    private static SqlUse use(List<Counted> statements, @Nullable Long connections) {
        long calls = 0;
        double millis = 0;
        long rows = 0;
        long ddl = 0;
        double ddlMillis = 0;
        long tempBytes = 0;
        // By text, not by number: the number changes when a table is dropped and created again.
        Set<String> distinct = new HashSet<>();
        Map<String, Long> queries = new HashMap<>();
        for (Counted statement : statements) {
            StatementCount count = statement.count();
            if (statement.isUse()) {
                calls += count.calls();
                millis += count.millis();
                rows += count.rows();
                tempBytes += count.tempBlocks() * BLOCK_BYTES;
                distinct.add(count.text());
                if (statement.text().kind() == StatementKind.DDL) {
                    ddl += count.calls();
                    ddlMillis += count.millis();
                }
            }
            if (statement.isQuery()) {
                queries.merge(count.text(), count.calls(), Long::sum);
            }
        }
        return new SqlUse(
                calls,
                rounded(millis),
                rows,
                ddl,
                rounded(ddlMillis),
                distinct.size(),
                connections,
                tempBytes,
                most(queries));
    }

    /** To a hundredth of a millisecond; the rest is noise. */
    private static double rounded(double millis) {
        return Math.round(millis * 100) / 100.0;
    }

    /** The query with the most calls; of several the first by its text, so that reports don't differ by chance. */
    private static @Nullable Repeated most(Map<String, Long> queries) {
        return queries.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(most -> new Repeated(most.getKey(), most.getValue()))
                .orElse(null);
    }
}
