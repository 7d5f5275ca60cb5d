package io.github.testhygiene.report;

import io.github.testhygiene.model.EvidenceEntry.ClassFixture;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.DatabasePhrases;
import io.github.testhygiene.text.PlainText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the database saw of one test or of one class's fixtures, as {@code index.html} shows it. Public for the
 * templates alone.
 *
 * @param sql the statements; null if unknown
 * @param rowsLeft what was left in tables, cut to what fits a page; null if unknown
 * @param traces what else was left, in words and cut
 * @param unattributed why not everything is known; null if there is no reason
 * @param causes why it is slow, cut
 */
public record SpanView(
        @Nullable SqlUse sql,
        @Nullable CappedList<TableChange> rowsLeft,
        CappedList<String> traces,
        @Nullable String unattributed,
        CappedList<SlowCause> causes) {

    private static final int TABLES = 10;
    private static final int TRACES = 10;
    private static final int CAUSES = 5;
    private static final int SAMPLE = 5;
    private static final int ROW_LIMIT = 300;
    private static final int QUERY_LIMIT = 240;

    /**
     * Views a test.
     *
     * @param test the test
     * @return its part of the evidence
     */
    static SpanView of(TestEntry test) {
        List<SlowCause> causes = Objects.requireNonNullElse(test.slowBecause(), List.of());
        return of(test.sql(), test.rowsLeft(), test.traces(), test.unattributed(), causes);
    }

    /**
     * Views a class's fixtures.
     *
     * @param fixture the fixtures
     * @return their part of the evidence
     */
    static SpanView of(ClassFixture fixture) {
        return of(fixture.sql(), fixture.rowsLeft(), fixture.traces(), fixture.unattributed(), List.of());
    }

    private static SpanView of(
            @Nullable SqlUse sql,
            @Nullable List<TableChange> rowsLeft,
            @Nullable OtherTraces traces,
            @Nullable String unattributed,
            List<SlowCause> causes) {
        return new SpanView(
                sql,
                rowsLeft == null ? null : CappedList.of(rowsLeft, TABLES),
                CappedList.of(traces == null ? List.of() : DatabasePhrases.traces(traces), TRACES),
                unattributed,
                CappedList.of(causes, CAUSES));
    }

    /**
     * Whether there is anything to tell.
     *
     * @return true if the span has no part in the evidence
     */
    public boolean isEmpty() {
        return sql == null && rowsLeft == null && traces.isEmpty() && unattributed == null && causes.isEmpty();
    }

    /**
     * Whether anything was left behind.
     *
     * @return true for rows, even if they were taken back later, and for other traces
     */
    public boolean leaves() {
        return !traces.isEmpty() || (rowsLeft != null && !rowsLeft.isEmpty());
    }

    /**
     * The reason why not everything is known.
     *
     * @return a sentence without a full stop; null if there is none
     */
    public @Nullable String unknown() {
        if (unattributed == null) {
            return null;
        }
        String all = sql == null && rowsLeft == null ? "Nothing is known: " : "Not everything is known: ";
        return all + PlainText.joined(unattributed, 300);
    }

    /**
     * The statement that was executed most often, if that was more than once.
     *
     * @return fit to be shown; null if there is none
     */
    public @Nullable String repeatedQuery() {
        SqlUse.Repeated repeated = sql == null ? null : sql.repeated();
        return repeated == null || repeated.calls() < 2 ? null : PlainText.joined(repeated.query(), QUERY_LIMIT);
    }

    /**
     * How often that statement was executed.
     *
     * @return 0 if there is none
     */
    public long repeatedCalls() {
        SqlUse.Repeated repeated = sql == null ? null : sql.repeated();
        return repeated == null ? 0 : repeated.calls();
    }

    /**
     * A few of the rows that were left in a table.
     *
     * @param change what was left there
     * @return lines fit to be shown
     */
    public List<String> sample(TableChange change) {
        return change.sample().stream()
                .limit(SAMPLE)
                .map(row -> PlainText.joined(row, ROW_LIMIT))
                .toList();
    }
}
