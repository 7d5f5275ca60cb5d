package io.github.testhygiene.report;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.EvidenceEntry.ClassFixture;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.report.text.Capped;
import io.github.testhygiene.report.text.Phrases;
import io.github.testhygiene.report.text.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the templates of {@code index.html} ask for about the database's evidence. Public for the templates alone. */
public final class DatabaseSection {

    private static final int TABLES = 25;
    private static final int FIXTURES = 25;
    private static final int NAME_LIMIT = 200;

    private final HygieneReport report;
    private final @Nullable EvidenceEntry evidence;
    private final List<Leaver> tests;
    private final List<Leaver> fixtures;

    /**
     * Works out the section.
     *
     * @param report what it shows
     */
    public DatabaseSection(HygieneReport report) {
        this.report = report;
        this.evidence = report.evidence();
        this.tests = report.tests().stream()
                .map(test -> Leaver.of(
                        PlainText.line(test.shortName(), NAME_LIMIT), test.id(), test.rowsLeft(), test.traces()))
                .filter(Leaver::leaves)
                .toList();
        this.fixtures = classFixtures()
                .map(fixture -> Leaver.of(fixtureName(fixture), null, fixture.rowsLeft(), fixture.traces()))
                .filter(Leaver::leaves)
                .toList();
    }

    private Stream<ClassFixture> classFixtures() {
        return evidence == null ? Stream.empty() : evidence.classFixtures().stream();
    }

    /**
     * Whether the database was asked at all.
     *
     * @return false if there is nothing to show
     */
    public boolean isShown() {
        return evidence != null;
    }

    /**
     * Why something was not recorded.
     *
     * @return one sentence without a full stop; null if all was
     */
    public @Nullable String notRecorded() {
        return evidence == null ? null : DatabasePhrases.notRecorded(evidence);
    }

    /**
     * Whether rows were recorded, so that a test without rows is known to have left none.
     *
     * @return true if so
     */
    public boolean recordsRows() {
        return evidence != null && evidence.noChangeLog() == null;
    }

    /**
     * Whether statements were counted.
     *
     * @return true if so
     */
    public boolean countsStatements() {
        return evidence != null && evidence.noStatementLog() == null;
    }

    /**
     * How many columns the table of tests has for the evidence.
     *
     * @return 1, or 0 if there is nothing to fill it with
     */
    public int columns() {
        return countsStatements() || recordsRows() ? 1 : 0;
    }

    /**
     * The suite in one line.
     *
     * @return a sentence without a full stop
     */
    public String summary() {
        StringBuilder words = new StringBuilder();
        if (countsStatements()) {
            words.append("The tests and their fixtures executed ").append(DatabasePhrases.statements(total()));
        }
        if (recordsRows()) {
            long leaving = tests.stream().filter(test -> !test.rows().isEmpty()).count();
            words.append(words.length() == 0 ? "" : ". ")
                    .append(leaving == 0 ? "None" : Phrases.number(leaving))
                    .append(" of ")
                    .append(Phrases.count(report.tests().size(), "test"))
                    .append(leaving == 1 ? " leaves rows behind" : " leave rows behind");
            long unknown = report.tests().stream()
                    .filter(test -> test.rowsLeft() == null && test.unattributed() != null)
                    .count();
            if (unknown > 0) {
                words.append("; of ").append(Phrases.number(unknown)).append(" it is not known");
            }
        }
        return words.toString();
    }

    private SqlUse total() {
        return Stream.concat(
                        report.tests().stream().map(TestEntry::sql),
                        classFixtures().map(ClassFixture::sql))
                .filter(Objects::nonNull)
                .reduce(SqlUse.NONE, DatabaseSection::plus);
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
                one.tempBytes() + other.tempBytes(),
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

    /**
     * The tables in which tests leave rows.
     *
     * @return the worst first
     */
    public Capped<TableRows> tables() {
        return Capped.of(TableRows.of(tests), TABLES);
    }

    /**
     * The class fixtures that leave rows.
     *
     * @return in the order in which the classes started
     */
    public Capped<Leaver> fixtures() {
        return Capped.of(
                fixtures.stream().filter(fixture -> !fixture.rows().isEmpty()).toList(), FIXTURES);
    }

    private static String fixtureName(ClassFixture fixture) {
        String name = fixture.className();
        String simple = name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
        return "class fixtures of " + PlainText.line(simple, NAME_LIMIT);
    }

    /**
     * What was left besides rows.
     *
     * @return by kind
     */
    public List<TraceGroup> traces() {
        return TraceGroup.of(Stream.concat(fixtures.stream(), tests.stream()).toList());
    }

    /**
     * One test's part of the evidence.
     *
     * @param test the test
     * @return may be empty
     */
    public SpanView of(TestEntry test) {
        return SpanView.of(test);
    }

    /**
     * How many rows a test has left, changed or taken away.
     *
     * @param test the test
     * @return null if that is not known
     */
    public @Nullable Long rowsLeft(TestEntry test) {
        List<TableChange> rows = test.rowsLeft();
        return rows == null
                ? null
                : Long.valueOf(rows.stream()
                        .filter(change -> !change.takenBack())
                        .mapToLong(change -> change.inserted() + change.updated() + change.deleted())
                        .sum());
    }
}
