package io.github.testhygiene.recording;

import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.postgres.log.RowChange;
import io.github.testhygiene.postgres.log.RowChange.Column;
import io.github.testhygiene.postgres.log.RowChange.Row;
import io.github.testhygiene.recording.NetRows.Tally;
import io.github.testhygiene.recording.TableSizes.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The net changes of one span in one table. */
final class NetTable {

    private static final Tally NOTHING = new Tally(0, 0, 0);
    private static final int SAMPLES = 5;

    private final List<String> key;
    private final int mostRows;
    private final RowDigest.Maker digests;
    private final Size before;
    private final List<Emptied> emptied = new ArrayList<>();
    private Size after;
    private NetRows rows = new NetRows();
    private @Nullable Tally counts;
    private boolean late;

    /** A truncation: how many rows there were, and by how many of these the span itself had made the table grow. */
    private record Emptied(Size size, Tally own) {}

    /** With the table's key (empty for none), the most rows to remember, and the table's size before the first change. */
    NetTable(List<String> key, int mostRows, RowDigest.Maker digests, Size before) {
        this.key = List.copyOf(key);
        this.mostRows = mostRows;
        this.digests = digests;
        this.before = before;
        this.after = before;
    }

    void add(RowChange change, Size size, boolean isLate) {
        late |= isLate;
        after = size.plus(change.growth());
        if (counts == null && (rows.size() >= mostRows || !net(change))) {
            counts = rows.tally();
            rows = new NetRows();
        }
        if (counts != null) {
            counts = counted(counts, change);
        }
    }

    void truncate(Size size, boolean isLate) {
        late |= isLate;
        emptied.add(new Emptied(size, own()));
        after = new Size(true, 0);
        rows = new NetRows();
        counts = null;
    }

    /** Follows the change row by row; if it cannot be told which row it is, nothing is done and the answer is no. */
    private boolean net(RowChange change) {
        Row old = change.before();
        Row now = filled(change.after(), old);
        boolean removes = change.operation() != RowChange.Operation.INSERT;
        boolean adds = change.operation() != RowChange.Operation.DELETE;
        // An update that leaves the key alone may say nothing of the old row.
        Row identity = old == null ? now : old;
        RowDigest oldKey = removes ? keyOf(identity, old != null && old.complete()) : RowDigest.UNKNOWN;
        RowDigest newKey = adds ? keyOf(now, true) : RowDigest.UNKNOWN;
        if (oldKey == null || newKey == null) {
            return false;
        }
        if (removes) {
            remove(oldKey, old);
        }
        if (adds && now != null) {
            // Of a row that is nothing but its key, everything was known all along.
            boolean onlyKey = now.columns().size() == key.size();
            rows.add(newKey, digests.ofRow(now), now, onlyKey);
        }
        return true;
    }

    private void remove(RowDigest oldKey, @Nullable Row old) {
        // A deferred key has two rows for a moment: the contents tell which one it was, wherever they are known.
        if (old != null && (key.isEmpty() || old.complete() || old.columns().size() > key.size())) {
            rows.remove(oldKey, digests.ofRow(old), old);
        } else {
            rows.removeByKey(oldKey, old);
        }
    }

    /** What tells the row from others; null if nothing does. */
    private @Nullable RowDigest keyOf(@Nullable Row row, boolean wholeRow) {
        if (row == null) {
            return null;
        }
        if (!key.isEmpty()) {
            return digests.ofKey(row, key);
        }
        return wholeRow ? digests.ofRow(row) : null;
    }

    /** The new row with those large values that were left as they were. */
    private static @Nullable Row filled(@Nullable Row now, @Nullable Row old) {
        if (now == null || old == null || now.columns().stream().noneMatch(Column::unchangedToast)) {
            return now;
        }
        return new Row(
                now.columns().stream()
                        .map(column -> column.unchangedToast()
                                ? old.column(column.name()).orElse(column)
                                : column)
                        .collect(Collectors.toList()),
                now.complete());
    }

    /** Where rows cannot be told apart, a deleted one is taken for one that the span has inserted. */
    private static Tally counted(Tally counts, RowChange change) {
        return switch (change.operation()) {
            case INSERT -> counts.plus(new Tally(1, 0, 0));
            case UPDATE -> counts.plus(new Tally(0, 1, 0));
            case DELETE -> counts.plus(counts.inserted() > 0 ? new Tally(-1, 0, 0) : new Tally(0, 0, 1));
        };
    }

    private Tally own() {
        return Objects.requireNonNullElseGet(counts, rows::tally);
    }

    /** The result; null if nothing is left. */
    @Nullable
    TableChange result(String table, OptionalLong initial) {
        Tally tally = own();
        boolean unknown = false;
        for (Emptied each : emptied) {
            OptionalLong size = each.size().given(initial);
            unknown |= size.isEmpty();
            // Of the rows that there were, those that the span had inserted are not counted at all.
            long gone = size.isPresent()
                    ? size.getAsLong() - each.own().growth()
                    : each.own().deleted();
            tally = tally.plus(new Tally(0, 0, Math.max(0, gone)));
        }
        if (tally.equals(NOTHING) && !unknown) {
            return null;
        }
        RowText text = new RowText(key);
        return new TableChange(
                table,
                tally.inserted(),
                tally.updated(),
                tally.deleted(),
                !emptied.isEmpty(),
                known(before, initial),
                known(after, initial),
                rows.shown(SAMPLES).stream().map(text::of).collect(Collectors.toList()),
                late,
                false);
    }

    private static @Nullable Long known(Size size, OptionalLong initial) {
        OptionalLong known = size.given(initial);
        return known.isPresent() ? known.getAsLong() : null;
    }
}
