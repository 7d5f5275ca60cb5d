package io.github.testhygiene.recording;

import io.github.testhygiene.model.BodyStatements;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.log.StatementCount;
import io.github.testhygiene.postgres.log.StatementLog;
import io.github.testhygiene.sql.TableNames;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What tests' own methods, without fixtures, ask of their databases. A test about which the server did not answer is
 * left out. Safe for use by several threads.
 */
public final class BodyStatementLog {

    private final StatementLog log;
    private final StatementTexts texts;
    private final TableNames tables;
    private final boolean nestedCounted;
    private final Map<TestId, BodyStatements> bodies = new ConcurrentHashMap<>();
    private final Set<TestId> unknown = ConcurrentHashMap.newKeySet();

    BodyStatementLog(StatementLog log, StatementTexts texts, TableNames tables, boolean nestedCounted) {
        this.log = log;
        this.texts = texts;
        this.tables = tables;
        this.nestedCounted = nestedCounted;
    }

    /**
     * A test's own method is about to start: what was executed so far was its fixtures'.
     *
     * @param database the name of the database that the test has for itself
     * @param id the test
     */
    public void started(String database, TestId id) {
        try {
            log.take(log.oidOf(database));
        } catch (SQLException e) {
            unknown.add(id);
        }
    }

    /**
     * A test's own method has ended.
     *
     * @param database as at its start
     * @param id the test
     */
    public void finished(String database, TestId id) {
        try {
            List<StatementCount> counts = log.take(log.oidOf(database));
            bodies.merge(id, summary(counts), BodyStatementLog::sum);
        } catch (SQLException e) {
            unknown.add(id);
        }
    }

    /**
     * A test has ended, with its fixtures. A query is counted when its cursor is closed, which may be as late as the end
     * of the transaction: so what was read since the method's end is taken for its own.
     *
     * @param database as at its start
     * @param id the test
     */
    public void ended(String database, TestId id) {
        try {
            BodyStatements after = summary(log.take(log.oidOf(database)));
            bodies.computeIfPresent(id, (same, body) -> sum(body, new BodyStatements(0, Set.of(), after.tablesRead())));
        } catch (SQLException e) {
            unknown.add(id);
        }
    }

    private BodyStatements summary(List<StatementCount> counts) {
        StatementSummary summary = StatementSummary.of(counts, texts, tables, nestedCounted, null);
        return new BodyStatements(
                summary.sql().statements(),
                summary.tablesWritten(),
                summary.tablesRead(),
                summary.sql().ddl());
    }

    private static BodyStatements sum(BodyStatements one, BodyStatements other) {
        Set<String> written = new TreeSet<>(one.tablesWritten());
        written.addAll(other.tablesWritten());
        Set<String> read = new TreeSet<>(one.tablesRead());
        read.addAll(other.tablesRead());
        return new BodyStatements(one.statements() + other.statements(), written, read, one.ddl() + other.ddl());
    }

    /**
     * What was seen so far.
     *
     * @return by test; all invocations of a parameterized test together
     */
    public Map<TestId, BodyStatements> bodies() {
        Map<TestId, BodyStatements> known = new ConcurrentHashMap<>(bodies);
        known.keySet().removeAll(unknown);
        return Map.copyOf(known);
    }
}
