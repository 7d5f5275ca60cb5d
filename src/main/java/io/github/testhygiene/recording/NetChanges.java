package io.github.testhygiene.recording;

import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.postgres.log.RowChange;
import io.github.testhygiene.recording.TableSizes.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the transactions of one span changed together, as a comparison of all tables before and after it would show. A
 * span may have several parts, between which others change the database: its changes are simply added later.
 */
final class NetChanges {

    /** A span that changes more rows of one table than this has them counted only. */
    static final int MOST_ROWS = 500_000;

    private final Function<String, List<String>> keys;
    private final int mostRows;
    private final RowDigest.Maker digests = new RowDigest.Maker();
    private final SortedMap<String, NetTable> tables = new TreeMap<>();

    /**
     * Starts with no change.
     *
     * @param keys gives the names, not quoted, of the columns of a table's primary key; none if it has no key
     */
    NetChanges(Function<String, List<String>> keys) {
        this(keys, MOST_ROWS);
    }

    /** Starts with a bound of its own. */
    NetChanges(Function<String, List<String>> keys, int mostRows) {
        this.keys = keys;
        this.mostRows = mostRows;
    }

    /**
     * Adds a change.
     *
     * @param change what was done
     * @param before the size of the change's table before it, as {@link TableSizes#add} gives it
     * @param late whether it was committed after the span's end
     */
    void add(RowChange change, Size before, boolean late) {
        table(change.table(), before).add(change, before, late);
    }

    /**
     * Adds a {@code TRUNCATE} of one table.
     *
     * @param table its name
     * @param before its size before, as {@link TableSizes#emptied} gives it
     * @param late whether it was committed after the span's end
     */
    void truncate(String table, Size before, boolean late) {
        table(table, before).truncate(before, late);
    }

    /**
     * Starts anew with one table, which is another now and empty.
     *
     * @param table its name
     */
    void forget(String table) {
        tables.computeIfPresent(
                table, (name, gone) -> new NetTable(keys.apply(name), mostRows, digests, new Size(true, 0)));
    }

    private NetTable table(String name, Size before) {
        return tables.computeIfAbsent(name, absent -> new NetTable(keys.apply(name), mostRows, digests, before));
    }

    /**
     * The tables that were changed.
     *
     * @return their names, even of those in which nothing is left of it
     */
    Set<String> tables() {
        return Collections.unmodifiableSet(tables.keySet());
    }

    /**
     * What is left of the changes.
     *
     * @param initial how many rows a table had at the beginning of the stream that {@link TableSizes} follows, without
     *     those of its partitions and of tables that inherit from it; empty if that is not known, and then those that a
     *     {@code TRUNCATE} deleted are not counted
     * @return by name; only tables in which something is left, and truncated ones of unknown size
     */
    List<TableChange> result(Function<String, OptionalLong> initial) {
        List<TableChange> results = new ArrayList<>();
        for (Map.Entry<String, NetTable> each : tables.entrySet()) {
            TableChange result = each.getValue().result(each.getKey(), initial.apply(each.getKey()));
            if (result != null) {
                results.add(result);
            }
        }
        return List.copyOf(results);
    }
}
