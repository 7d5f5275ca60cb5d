package io.github.testhygiene.evidence;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.text.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * Finds tests that execute one query again and again, or open many connections. The first test of a JVM pays for the
 * application's start, so what is said of it is a remark.
 */
final class BusyTests {

    private static final int QUERY_WIDTH = 200;

    private final ApplicationStart start;
    private final EvidenceRules rules;

    BusyTests(ApplicationStart start, EvidenceRules rules) {
        this.start = start;
        this.rules = rules;
    }

    /** One finding for each test with a query that it executes more often than it may; the most calls first. */
    List<Finding> repeating(Recording recording) {
        return over(recording, BusyTests::calls, rules.duplicateStatements()).stream()
                .map(span -> finding(
                        span,
                        Rule.DUPLICATE_STATEMENT,
                        " executes the same query " + calls(use(span)) + " times, more than "
                                + rules.duplicateStatements(),
                        ": " + query(use(span)),
                        "Ask once for all rows (a join, an IN list, a fetch join, a batch) instead of once for each"
                                + " row; or raise <duplicateStatements> (-Dtest-hygiene.duplicateStatements)."))
                .toList();
    }

    /** One finding for each test that opens more connections than it may; the most connections first. */
    List<Finding> connecting(Recording recording) {
        return over(recording, BusyTests::connections, rules.connectionsPerTest()).stream()
                .map(span -> finding(
                        span,
                        Rule.OPENS_CONNECTIONS,
                        " opens " + Wording.count(connections(use(span)), "connection") + ", more than "
                                + rules.connectionsPerTest(),
                        "",
                        "Let the tests share one pool and one application context; or raise <connectionsPerTest>"
                                + " (-Dtest-hygiene.connectionsPerTest)."))
                .toList();
    }

    private static List<ObservedSpan> over(Recording recording, ToLongFunction<SqlUse> measure, long limit) {
        return ObservedSpan.tests(recording).stream()
                .filter(span -> measure.applyAsLong(use(span)) > limit)
                .sorted(Comparator.comparingLong((ObservedSpan span) -> measure.applyAsLong(use(span)))
                        .reversed())
                .toList();
    }

    private Finding finding(ObservedSpan span, Rule rule, String does, String detail, String advice) {
        boolean first = start.isFirst(span);
        return span.finding(
                rule,
                first ? Severity.INFO : rule.severity(),
                "",
                span.who() + does + (first ? ", while it was the first to start the application" : "") + detail,
                advice);
    }

    private static SqlUse use(ObservedSpan span) {
        return Objects.requireNonNullElse(span.evidence().sql(), SqlUse.NONE);
    }

    private static long calls(SqlUse use) {
        SqlUse.Repeated repeated = use.repeated();
        return repeated == null ? 0 : repeated.calls();
    }

    private static String query(SqlUse use) {
        SqlUse.Repeated repeated = use.repeated();
        return repeated == null ? "" : Wording.line(repeated.query(), QUERY_WIDTH);
    }

    private static long connections(SqlUse use) {
        return Objects.requireNonNullElse(use.connections(), 0L);
    }
}
