package io.github.testhygiene.text;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.EvidenceEntry.ClassFixture;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums up in one line what was observed of the reference run. What was not observed of a test is in no total, and is said
 * beside it.
 */
public final class EvidencePhrases {

    private static final int REASON_LIMIT = 200;

    private final List<TestEntry> executed;
    private final List<ClassFixture> fixtures;
    private final @Nullable EvidenceEntry evidence;

    /**
     * Sums up one report.
     *
     * @param report the report
     */
    public EvidencePhrases(HygieneReport report) {
        this.evidence = report.evidence();
        this.fixtures = evidence == null ? List.of() : evidence.classFixtures();
        this.executed = report.tests().stream()
                .filter(test -> test.sql() != null || test.rowsLeft() != null || test.unattributed() != null)
                .toList();
    }

    /**
     * Returns the sentences.
     *
     * @return without the last full stop; empty if nothing was observed of any test
     */
    public String summary() {
        if (evidence == null || executed.isEmpty()) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        if (evidence.noStatementLog() == null) {
            sentences.add(statements());
        }
        if (evidence.noChangeLog() == null) {
            sentences.add(rows());
        }
        return String.join(". ", sentences);
    }

    private String statements() {
        List<SqlUse> known = Stream.concat(
                        executed.stream().map(TestEntry::sql), fixtures.stream().map(ClassFixture::sql))
                .filter(Objects::nonNull)
                .toList();
        long unknown = executed.stream().filter(test -> test.sql() == null).count();
        if (unknown == executed.size()) {
            return "Which test executed which statements was not observed" + because();
        }
        SqlUse total = known.stream().reduce(SqlUse.NONE, EvidencePhrases::plus);
        return "The tests and their fixtures executed " + DatabasePhrases.statements(total)
                + (unknown == 0 ? "" : "; what " + tests(unknown) + " executed was not observed") + silent();
    }

    /** Where one test uses the database, another one that does not may have one of its own. */
    private String silent() {
        long silent = executed.stream()
                .filter(test -> test.sql() != null && !test.sql().reached() && test.unattributed() == null)
                .count();
        return silent == 0 ? "" : "; " + tests(silent) + " did not use the provided database";
    }

    private String rows() {
        List<TestEntry> known =
                executed.stream().filter(test -> test.rowsLeft() != null).toList();
        if (known.isEmpty()) {
            return "Which test leaves rows was not observed" + because();
        }
        long leaving = known.stream().filter(EvidencePhrases::leavesRows).count();
        int unknown = executed.size() - known.size();
        return (leaving == 0 ? "None" : Phrases.number(leaving)) + " of " + tests(known.size())
                + (leaving == 1 ? " leaves" : " leave") + " rows behind in the provided database"
                + (unknown == 0 ? "" : "; of " + Phrases.number(unknown) + " more it was not observed");
    }

    private static boolean leavesRows(TestEntry test) {
        List<TableChange> rows = test.rowsLeft();
        return rows != null && rows.stream().anyMatch(change -> !change.takenBack());
    }

    private String because() {
        return executed.stream()
                .map(TestEntry::unattributed)
                .filter(Objects::nonNull)
                .findFirst()
                .map(reason -> ": of the first one, " + PlainText.joined(reason, REASON_LIMIT))
                .orElse("");
    }

    private static String tests(long number) {
        return Phrases.count(number, "test");
    }

    private static SqlUse plus(SqlUse one, SqlUse other) {
        return new SqlUse(
                sum(one.statements(), other.statements()),
                one.millis() + other.millis(),
                sum(one.rows(), other.rows()),
                sum(one.ddl(), other.ddl()),
                one.ddlMillis() + other.ddlMillis(),
                Math.max(one.distinct(), other.distinct()),
                plus(one.connections(), other.connections()),
                sum(one.tempBytes(), other.tempBytes()),
                null);
    }

    private static @Nullable Long plus(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : Long.valueOf(sum(one, other));
    }

    /** Of two counts that are not negative; a database that sends nonsense shall not cost the report. */
    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
