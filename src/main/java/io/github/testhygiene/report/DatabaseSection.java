package io.github.testhygiene.report;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.EvidenceEntry.ClassFixture;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.DatabasePhrases;
import io.github.testhygiene.text.EvidencePhrases;
import io.github.testhygiene.text.PlainText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the templates of {@code index.html} ask for about the database's evidence. Public for the templates alone. */
public final class DatabaseSection {

    private static final int TABLES = 25;
    private static final int FIXTURES = 25;
    private static final int NAME_LIMIT = 200;

    private final HygieneReport report;
    private final @Nullable EvidenceEntry evidence;
    private final List<TraceOwner> tests;
    private final List<TraceOwner> fixtures;

    /**
     * Works out the section.
     *
     * @param report what it shows
     */
    public DatabaseSection(HygieneReport report) {
        this.report = report;
        this.evidence = report.evidence();
        this.tests = report.tests().stream()
                .map(test -> TraceOwner.of(
                        PlainText.line(test.shortName(), NAME_LIMIT), test.id(), test.rowsLeft(), test.traces()))
                .filter(TraceOwner::leaves)
                .toList();
        this.fixtures = classFixtures()
                .map(fixture -> TraceOwner.of(fixtureName(fixture), null, fixture.rowsLeft(), fixture.traces()))
                .filter(TraceOwner::leaves)
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
     * @return sentences without the last full stop; empty if nothing was observed of any test
     */
    public String summary() {
        return new EvidencePhrases(report).summary();
    }

    /**
     * The tables in which tests leave rows.
     *
     * @return the worst first
     */
    public CappedList<TableRows> tables() {
        return CappedList.of(TableRows.of(tests), TABLES);
    }

    /**
     * The class fixtures that leave rows.
     *
     * @return in the order in which the classes started
     */
    public CappedList<TraceOwner> fixtures() {
        return CappedList.of(
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
