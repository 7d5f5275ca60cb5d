package io.github.testhygiene.recording;

import static io.github.testhygiene.recording.Marks.fixturesOf;
import static io.github.testhygiene.recording.Marks.ownerTest;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.postgres.log.RowChange;
import io.github.testhygiene.postgres.log.RowChange.Column;
import io.github.testhygiene.postgres.log.RowChange.Operation;
import io.github.testhygiene.postgres.log.RowChange.Row;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ChangeAttributionTest {

    private static final String TABLE = "public.a";

    /** Class A with tests a, b and c, then class B with d; boundary k stands at transaction start + 10 k. */
    private static Marks suite(long start) {
        return new Marks()
                .at(start)
                .opens(0, "A")
                .runs(0, "a")
                .runs(0, "b")
                .runs(0, "c")
                .closes(0, "A")
                .opens(0, "B")
                .runs(0, "d")
                .closes(0, "B")
                .gone(0)
                .over();
    }

    private static final int A = 1;
    private static final int BETWEEN_A_AND_B = 2;
    private static final int B = 3;

    private static ChangeAttribution attribution(Marks marks) {
        return new ChangeAttribution(
                marks.list(), Intervals.of(marks.list()), table -> List.of("id"), table -> OptionalLong.of(7));
    }

    private static void insert(ChangeAttribution changes, int id) {
        changes.changed(new RowChange(TABLE, Operation.INSERT, null, row(id)));
    }

    private static void delete(ChangeAttribution changes, int id) {
        changes.changed(new RowChange(TABLE, Operation.DELETE, row(id), null));
    }

    private static Row row(int id) {
        return new Row(List.of(new Column("id", Integer.toString(id), null, false, false)), true);
    }

    private static void inserts(ChangeAttribution changes, long xid, int id) {
        changes.begin(xid);
        insert(changes, id);
        changes.commit(xid);
    }

    private static void markers(ChangeAttribution changes, int from, int to) {
        for (int k = from; k <= to; k++) {
            changes.marker(Integer.toString(k));
        }
    }

    private static TableChange only(ChangeAttribution changes, ChangeOwner owner) {
        assertThat(changes.results().get(owner)).as("%s", owner).hasSize(1);
        return changes.results().get(owner).get(0);
    }

    @Test
    void whatATestCommitsInItsTimeIsItsOwn() {
        ChangeAttribution changes = attribution(suite(1_000));
        markers(changes, 0, A);
        inserts(changes, 1_010, 1);

        assertThat(changes.results()).containsOnlyKeys(ownerTest("a"));
        TableChange change = only(changes, ownerTest("a"));
        assertThat(change.inserted()).isEqualTo(1);
        assertThat(change.late()).isFalse();
        assertThat(change.before()).isEqualTo(7);
        assertThat(change.after()).isEqualTo(8);
        assertThat(changes.written().get(ownerTest("a"))).containsExactly(TABLE);
    }

    @Test
    void whatWasBegunInOneTestAndCommittedInTheNextIsTheFirstOnesAndLate() {
        ChangeAttribution changes = attribution(suite(1_000));
        markers(changes, 0, B);
        inserts(changes, 1_019, 1);
        inserts(changes, 1_030, 2);

        assertThat(only(changes, ownerTest("a")).late()).isTrue();
        assertThat(only(changes, ownerTest("b")).late()).isFalse();
        assertThat(only(changes, ownerTest("b")).before()).isEqualTo(8);
    }

    @Test
    void whatIsCommittedBetweenTwoTestsIsLateWhetherItWasBegunThereOrBefore() {
        for (long xid : new long[] {1_015, 1_025}) {
            ChangeAttribution changes = attribution(suite(1_000));
            markers(changes, 0, BETWEEN_A_AND_B);
            inserts(changes, xid, 1);

            assertThat(only(changes, ownerTest("a")).late()).as("%s", xid).isTrue();
        }
    }

    @Test
    void fixturesBeforeAndAfterTheTestsAreTheClasss() {
        ChangeAttribution changes = attribution(suite(1_000));
        changes.marker("0");
        inserts(changes, 1_000, 1);
        inserts(changes, 1_001, 2);
        markers(changes, 1, 6);
        changes.begin(1_060);
        delete(changes, 1);
        changes.commit(1_060);

        assertThat(changes.results()).containsOnlyKeys(fixturesOf("A"));
        assertThat(only(changes, fixturesOf("A")))
                .extracting(TableChange::inserted, TableChange::deleted, TableChange::late)
                .containsExactly(1L, 0L, false);
    }

    @Test
    void whatComesBeforeTheFirstBoundaryOrAfterTheJvmsEndIsNobodysButChangesSizes() {
        ChangeAttribution changes = attribution(suite(1_000));
        inserts(changes, 990, 1);
        markers(changes, 0, A);
        inserts(changes, 995, 2);
        inserts(changes, 1_010, 3);
        markers(changes, 2, 11);
        inserts(changes, 1_110, 4);

        assertThat(changes.results()).containsOnlyKeys(ownerTest("a"));
        assertThat(only(changes, ownerTest("a")).before()).isEqualTo(9);
    }

    @Test
    void aTruncateTakesAwayWhatOthersHadPutThere() {
        ChangeAttribution changes = attribution(suite(1_000));
        markers(changes, 0, A);
        inserts(changes, 1_010, 1);
        markers(changes, 2, B);
        changes.begin(1_030);
        insert(changes, 2);
        changes.truncated(List.of(TABLE));
        insert(changes, 3);
        changes.commit(1_030);

        TableChange change = only(changes, ownerTest("b"));
        assertThat(change.truncated()).isTrue();
        assertThat(change.inserted()).isEqualTo(1);
        assertThat(change.deleted()).isEqualTo(8);
        assertThat(change.after()).isEqualTo(1);
    }

    @Test
    void whatComesLongAfterItsOwnerWasFinishedIsAddedUp() {
        Marks marks = new Marks().at(1_000).opens(0, "A");
        for (int i = 0; i < 20; i++) {
            marks.runs(0, "t" + i);
        }
        ChangeAttribution changes = attribution(marks.closes(0, "A"));
        markers(changes, 0, 1);
        inserts(changes, 1_010, 1);
        inserts(changes, 1_011, 2);
        markers(changes, 2, 33);
        changes.begin(1_012);
        delete(changes, 1);
        insert(changes, 5);
        insert(changes, 6);
        changes.commit(1_012);

        TableChange change = only(changes, ownerTest("t0"));
        assertThat(change.growth()).isEqualTo(3);
        assertThat(change.inserted()).isEqualTo(3);
        assertThat(change.deleted()).isZero();
        assertThat(change.late()).isTrue();
    }

    @Test
    void whatIsTakenBackLongAfterItsOwnerWasFinishedIsNotLeft() {
        Marks marks = new Marks().at(1_000).opens(0, "A");
        for (int i = 0; i < 20; i++) {
            marks.runs(0, "t" + i);
        }
        ChangeAttribution changes = attribution(marks.closes(0, "A"));
        markers(changes, 0, 1);
        inserts(changes, 1_010, 1);
        markers(changes, 2, 33);
        changes.begin(1_011);
        delete(changes, 1);
        changes.commit(1_011);

        assertThat(changes.results().get(ownerTest("t0"))).isEmpty();
        assertThat(changes.written().get(ownerTest("t0"))).containsExactly(TABLE);
    }

    @Test
    void testsThatOverlapGetNothingButSizesStayRight() {
        Marks marks = new Marks()
                .at(1_000)
                .starts(0, "a")
                .starts(0, "b")
                .ends(0, "a")
                .ends(0, "b")
                .runs(0, "c");
        ChangeAttribution changes = attribution(marks);
        markers(changes, 0, 1);
        inserts(changes, 1_010, 1);
        markers(changes, 2, 4);
        inserts(changes, 1_040, 2);

        assertThat(changes.results()).containsOnlyKeys(ownerTest("c"));
        assertThat(only(changes, ownerTest("c")).before()).isEqualTo(8);
    }

    @Property(tries = 200)
    void numbersOfTransactionsMayStartAgainAtAnyPoint(
            @ForAll @IntRange(min = 0, max = 120) int intoTheRun,
            @ForAll @LongRange(min = 1, max = 5) long epoch,
            @ForAll @IntRange(min = 0, max = 119) int begun,
            @ForAll @IntRange(min = 0, max = 11) int later) {
        long start = (epoch << 32) - intoTheRun;
        Marks marks = suite(start);
        ChangeAttribution changes = attribution(marks);
        int boundary = begun / 10;
        markers(changes, 0, Math.min(11, boundary + later));
        inserts(changes, (start + begun) & 0xFFFF_FFFFL, 1);

        ChangeOwner owner = Intervals.of(marks.list()).get(boundary).owner();
        if (owner == null) {
            assertThat(changes.results()).isEmpty();
        } else {
            assertThat(changes.results()).containsOnlyKeys(owner);
        }
    }
}
