package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.Catalog;
import io.github.testhygiene.postgres.Position;
import io.github.testhygiene.postgres.RowChange;
import io.github.testhygiene.postgres.RowChange.Column;
import io.github.testhygiene.postgres.RowChange.Operation;
import io.github.testhygiene.postgres.RowChange.Row;
import io.github.testhygiene.recording.Mark.Event;
import io.github.testhygiene.recording.Mark.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeAttributionTest {

    private static final TestId FIRST = new TestId("[engine:e]/[class:a.B]/[method:first()]");
    private static final TestId SECOND = new TestId("[engine:e]/[class:a.B]/[method:second()]");
    private static final String TABLE = "public.draft";

    private static Catalog catalog(long birth) {
        return new Catalog(Map.of(), Map.of(), Map.of(), Map.of(TABLE, birth), Map.of(), Set.of());
    }

    private static Mark mark(Event event, long nextTransaction, @Nullable Catalog catalog) {
        Position position = new Position(nextTransaction, 0L, "", List.of(), List.of());
        return new Mark(event, Instant.EPOCH, 0, new Reading(position, List.of(), null, catalog, Map.of()));
    }

    /** The first test has the transactions 10 to 19, the second those from 20 up. */
    private static ChangeAttribution attribution(@Nullable Catalog atTheEnd) {
        List<Mark> marks = List.of(
                mark(new Event.TestStarted(0, FIRST), 10, null),
                mark(new Event.TestFinished(0, FIRST), 20, null),
                mark(new Event.TestStarted(0, SECOND), 20, null),
                mark(new Event.TestFinished(0, SECOND), 30, atTheEnd));
        return new ChangeAttribution(
                marks, Intervals.of(marks), catalog(5), table -> List.of("id"), table -> OptionalLong.of(0));
    }

    private static void insert(ChangeAttribution attribution, long xid, int id) {
        Row row = new Row(List.of(new Column("id", Integer.toString(id), null, false, false)), true);
        attribution.begin(xid);
        attribution.changed(new RowChange(TABLE, Operation.INSERT, null, row));
        attribution.commit(xid);
    }

    private static TableChange change(ChangeAttribution attribution, TestId test) {
        List<TableChange> changes = attribution.results().getOrDefault(new Owner.Test(test), List.of());
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    @Test
    void rowsOfOneTableAddUp() {
        ChangeAttribution attribution = attribution(null);
        attribution.marker("0");
        insert(attribution, 10, 1);
        attribution.marker("1");
        attribution.marker("2");
        insert(attribution, 20, 2);
        attribution.marker("3");

        assertThat(change(attribution, SECOND).before()).isEqualTo(1);
        assertThat(change(attribution, SECOND).after()).isEqualTo(2);
    }

    @Test
    void aTableThatWasMadeAgainBeginsEmpty() {
        ChangeAttribution attribution = attribution(catalog(21));
        attribution.marker("0");
        insert(attribution, 10, 1);
        attribution.marker("1");
        attribution.marker("2");
        insert(attribution, 20, 7);
        insert(attribution, 22, 2);
        attribution.marker("3");

        assertThat(change(attribution, FIRST).after()).isEqualTo(1);
        assertThat(change(attribution, SECOND).inserted()).isEqualTo(1);
        assertThat(change(attribution, SECOND).before()).isEqualTo(0);
        assertThat(change(attribution, SECOND).after()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftInATableThatWasMadeAgainAfterTheLastChange() {
        ChangeAttribution attribution = attribution(catalog(21));
        attribution.marker("0");
        attribution.marker("1");
        attribution.marker("2");
        insert(attribution, 20, 7);
        attribution.marker("3");

        assertThat(attribution.results().getOrDefault(new Owner.Test(SECOND), List.of()))
                .isEmpty();
    }

    @Test
    void aTransactionBelongsToTheTestInWhichItBegan() {
        ChangeAttribution attribution = attribution(null);
        attribution.marker("0");
        attribution.marker("1");
        attribution.marker("2");
        insert(attribution, 15, 1);
        attribution.marker("3");

        assertThat(change(attribution, FIRST).late()).isTrue();
        assertThat(attribution.results()).doesNotContainKey(new Owner.Test(SECOND));
    }
}
