package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.postgres.log.RowChange;
import io.github.testhygiene.postgres.log.RowChange.Column;
import io.github.testhygiene.postgres.log.RowChange.Operation;
import io.github.testhygiene.postgres.log.RowChange.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is left of a span's changes, as far as a table's replica identity lets it be known. */
class NetChangesTest {

    private static final String KEYED = "public.account";
    private static final String UNKEYED = "public.line";

    private final TableSizes sizes = new TableSizes();
    private final NetChanges net = newSpan(NetChanges.MOST_ROWS);
    private OptionalLong initial = OptionalLong.of(10);

    private static NetChanges newSpan(int mostRows) {
        return new NetChanges(table -> table.equals(UNKEYED) ? List.of() : List.of("id"), mostRows);
    }

    @Test
    void insertedAndDeletedByKeyIsNothing() {
        insert(KEYED, row("id", "1", "owner", "ann"));
        delete(KEYED, part("id", "1"));

        assertThat(results()).isEmpty();
        assertThat(net.tables()).containsExactly(KEYED);
    }

    @Test
    void insertedThenUpdatedIsInsertedAsItIsNow() {
        insert(KEYED, row("id", "1", "owner", "ann"));
        update(KEYED, null, row("id", "1", "owner", "bob"));

        assertThat(counts()).isEqualTo("+1 ~0 -0");
        assertThat(only().sample()).containsExactly("(id 1, owner 'bob')");
    }

    @Test
    void anUpdateOfUnknownOldContentsIsOneHoweverOftenItIsDone() {
        update(KEYED, null, row("id", "1", "owner", "ann"));
        update(KEYED, null, row("id", "1", "owner", "bob"));

        assertThat(counts()).isEqualTo("+0 ~1 -0");
        assertThat(only().sample()).containsExactly("(id 1, owner 'bob')");
    }

    @Test
    void aRowThatWasUpdatedAndThenDeletedIsDeleted() {
        update(KEYED, null, row("id", "1", "owner", "ann"));
        delete(KEYED, part("id", "1"));

        assertThat(counts()).isEqualTo("+0 ~0 -1");
    }

    @Test
    void aRowDeletedByKeyAndInsertedAgainMayHaveOtherContents() {
        delete(KEYED, part("id", "1"));
        insert(KEYED, row("id", "1", "owner", "ann"));

        assertThat(counts()).isEqualTo("+0 ~1 -0");
    }

    @Test
    void aRowOfNothingButItsKeyIsTheSameWhenItComesBack() {
        delete(KEYED, part("id", "1"));
        insert(KEYED, row("id", "1"));

        assertThat(results()).isEmpty();
    }

    @Test
    void aChangedKeyIsADeletionAndAnInsertionUnlessItComesBack() {
        insert(KEYED, row("id", "1", "owner", "ann"));
        update(KEYED, part("id", "1"), row("id", "2", "owner", "ann"));
        update(KEYED, part("id", "7"), row("id", "8", "owner", "bob"));

        assertThat(counts()).isEqualTo("+2 ~0 -1");

        update(KEYED, part("id", "8"), row("id", "7", "owner", "bob"));
        delete(KEYED, part("id", "2"));

        assertThat(counts()).isEqualTo("+0 ~1 -0");
    }

    @Test
    void completeOldRowsShowWhatCameBack() {
        update(KEYED, old("id", "1", "owner", "ann"), row("id", "1", "owner", "bob"));
        assertThat(only().sample()).containsExactly("(id 1, owner 'ann' → 'bob')");

        update(KEYED, old("id", "1", "owner", "bob"), row("id", "1", "owner", "ann"));
        assertThat(results()).isEmpty();

        delete(KEYED, old("id", "2", "owner", "eve"));
        assertThat(only().sample()).containsExactly("deleted (id 2, owner 'eve')");

        insert(KEYED, row("id", "2", "owner", "eve", "note", null));
        assertThat(results()).isEmpty();
    }

    @Test
    void keysThatAreSwappedWithinOneTransactionChangeBothRows() {
        update(KEYED, old("id", "1", "owner", "ann"), row("id", "2", "owner", "ann"));
        update(KEYED, old("id", "2", "owner", "bob"), row("id", "1", "owner", "bob"));

        assertThat(counts()).isEqualTo("+0 ~2 -0");
    }

    @Test
    void aRowOfNullsIsToldFromTheOneThatHasItsDeferredKeyForAMoment() {
        update(KEYED, row("id", "1", "owner", "ann"), row("id", "4", "owner", "ann"));
        update(KEYED, row("id", "4"), row("id", "1", "owner", null));
        update(KEYED, row("id", "4", "owner", "ann"), row("id", "1", "owner", "ann"));
        update(KEYED, row("id", "1"), row("id", "4", "owner", null));

        assertThat(results()).isEmpty();
    }

    @Test
    void aLargeValueThatWasLeftAloneIsThatOfTheOldRow() {
        update(KEYED, old("id", "1", "body", "large", "owner", "ann"), unchanged("1", "bob"));
        update(KEYED, old("id", "1", "body", "large", "owner", "bob"), unchanged("1", "ann"));

        assertThat(results()).isEmpty();
    }

    @Test
    void aRowOfWhichALargeValueIsNotKnownIsFoundByItsKey() {
        insert(KEYED, row("id", "1", "body", "large", "owner", "ann"));
        update(KEYED, null, unchanged("1", "bob"));
        delete(KEYED, old("id", "1", "body", "large", "owner", "bob"));

        assertThat(results()).isEmpty();
    }

    @Test
    void equalRowsWithoutKeyAreCounted() {
        insert(UNKEYED, row("a", "1"));
        insert(UNKEYED, row("a", "1"));
        delete(UNKEYED, old("a", "1"));

        assertThat(counts()).isEqualTo("+1 ~0 -0");
    }

    @Test
    void anUpdateWithoutKeyIsADeletionAndAnInsertion() {
        update(UNKEYED, old("a", "1"), row("a", "2"));

        assertThat(counts()).isEqualTo("+1 ~0 -1");
    }

    @Test
    void rowsThatNothingTellsApartAreCounted() {
        insert(UNKEYED, row("a", "1"));
        insert(UNKEYED, row("a", "2"));
        delete(UNKEYED, null);
        assertThat(counts()).isEqualTo("+1 ~0 -0");

        delete(UNKEYED, null);
        assertThat(results()).isEmpty();

        delete(UNKEYED, null);
        assertThat(counts()).isEqualTo("+0 ~0 -1");

        update(UNKEYED, null, row("a", "3"));
        assertThat(counts()).isEqualTo("+0 ~1 -1");
    }

    @Test
    void moreRowsThanAreRememberedAreCounted() {
        NetChanges small = newSpan(3);
        for (int i = 0; i < 5; i++) {
            RowChange change = new RowChange(KEYED, Operation.INSERT, null, row("id", "" + i));
            small.add(change, sizes.add(change), false);
        }
        RowChange gone = new RowChange(KEYED, Operation.DELETE, old("id", "4"), null);
        small.add(gone, sizes.add(gone), false);

        TableChange result = small.result(table -> initial).get(0);
        assertThat(result.inserted()).isEqualTo(4);
        assertThat(result.deleted()).isZero();
        assertThat(result.before()).isEqualTo(10);
        assertThat(result.after()).isEqualTo(14);
    }

    @Test
    void aTruncationDeletesWhatWasThereBeforeTheSpan() {
        insert(KEYED, row("id", "1"));
        delete(KEYED, old("id", "2"));
        truncate(KEYED);
        insert(KEYED, row("id", "3"));

        TableChange result = only();
        assertThat(counts()).isEqualTo("+1 ~0 -10");
        assertThat(result.truncated()).isTrue();
        assertThat(result.before()).isEqualTo(10);
        assertThat(result.after()).isEqualTo(1);

        truncate(KEYED);
        assertThat(counts()).isEqualTo("+0 ~0 -10");
    }

    @Test
    void aTruncationOfAnEmptyTableLeavesNothing() {
        initial = OptionalLong.of(0);
        truncate(KEYED);

        assertThat(results()).isEmpty();
    }

    @Test
    void aTruncationOfUnknownlyManyRowsIsToldAsSuch() {
        initial = OptionalLong.empty();
        delete(KEYED, old("id", "2"));
        truncate(KEYED);
        insert(KEYED, row("id", "3"));

        assertThat(counts()).isEqualTo("+1 ~0 -1");
        assertThat(only().before()).isNull();
        assertThat(only().after()).isEqualTo(1);
    }

    @Test
    void aSpanOfTwoPartsCountsOnlyItsOwn() {
        insert(KEYED, row("id", "1"));
        NetChanges other = newSpan(NetChanges.MOST_ROWS);
        RowChange others = new RowChange(KEYED, Operation.INSERT, null, row("id", "2"));
        other.add(others, sizes.add(others), false);
        truncate(KEYED);

        // The table's ten rows and the other span's one; its own was never there.
        assertThat(counts()).isEqualTo("+0 ~0 -11");
        assertThat(other.result(table -> initial).get(0).inserted()).isEqualTo(1);
    }

    @Test
    void lateChangesAreMarked() {
        insert(KEYED, row("id", "1"));
        assertThat(only().late()).isFalse();

        RowChange change = new RowChange(KEYED, Operation.INSERT, null, row("id", "2"));
        net.add(change, sizes.add(change), true);
        assertThat(only().late()).isTrue();
    }

    @Test
    void fiveRowsAreShownOfThoseThatAreLeft() {
        for (int i = 0; i < 100; i++) {
            insert(KEYED, row("id", "" + i));
        }
        for (int i = 0; i < 20; i++) {
            delete(KEYED, old("id", "" + i));
        }

        assertThat(only().sample()).containsExactly("(id 20)", "(id 21)", "(id 22)", "(id 23)", "(id 24)");
    }

    @Test
    void secretsAreNotShownAndLongValuesAreCut() {
        insert(KEYED, row("id", "1", "apiKey", "abc", "note", "ß→😀".repeat(60) + "\n"));

        assertThat(only().sample()).containsExactly("(id 1, apiKey ***, note '" + "ß→😀".repeat(26) + "ß…')");
    }

    private void insert(String table, Row now) {
        add(new RowChange(table, Operation.INSERT, null, now));
    }

    private void update(String table, Row before, Row now) {
        add(new RowChange(table, Operation.UPDATE, before, now));
    }

    private void delete(String table, Row before) {
        add(new RowChange(table, Operation.DELETE, before, null));
    }

    private void add(RowChange change) {
        net.add(change, sizes.add(change), false);
    }

    private void truncate(String table) {
        net.truncate(table, sizes.emptied(table), false);
    }

    private List<TableChange> results() {
        return net.result(table -> initial);
    }

    private TableChange only() {
        assertThat(results()).hasSize(1);
        return results().get(0);
    }

    private String counts() {
        TableChange only = only();
        return "+" + only.inserted() + " ~" + only.updated() + " -" + only.deleted();
    }

    private static Row row(String... namesAndValues) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = namesAndValues[i];
            columns.add(new Column(name, namesAndValues[i + 1], null, !name.equals("id"), false));
        }
        return new Row(columns, true);
    }

    /** A whole old row. */
    private static Row old(String... namesAndValues) {
        return row(namesAndValues);
    }

    /** What the default replica identity tells of an old row. */
    private static Row part(String... namesAndValues) {
        return new Row(row(namesAndValues).columns(), false);
    }

    private static Row unchanged(String id, String owner) {
        return new Row(
                Arrays.asList(
                        new Column("id", id, null, false, false),
                        new Column("body", null, null, false, true),
                        new Column("owner", owner, null, true, false)),
                true);
    }
}
