package io.github.testhygiene.recording;

import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.postgres.log.ChangeListener;
import io.github.testhygiene.postgres.log.RowChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose the changes in the log are. A transaction belongs to the owner of the stretch of time in which it got its
 * number, that is in which it wrote first; if it was committed in a later one, it was late. What an owner changed is
 * netted as soon as nothing more is to be expected of it, so that memory does not grow with the run.
 */
final class ChangeAttribution implements ChangeListener {

    /** An owner's late transactions come soon, or so late that they are added up apart. */
    private static final int PATIENCE = 8;

    private final Intervals intervals;
    private final Map<ChangeOwner, Integer> ends;
    private final List<BoundaryMark> marks;
    private final Function<String, List<String>> keys;
    private final Function<String, OptionalLong> initial;
    private final TableReplacements births;
    private final TableSizes sizes = new TableSizes();
    private final Map<ChangeOwner, NetChanges> open = new HashMap<>();
    private final Map<ChangeOwner, List<TableChange>> done = new HashMap<>();
    private final Map<ChangeOwner, Set<String>> written = new HashMap<>();
    private int interval = -1;
    private long transaction;
    private @Nullable ChangeOwner owner;
    private boolean late;

    /**
     * With what is known already.
     *
     * @param marks the run's boundaries
     * @param intervals whose work lies between them
     * @param keys gives the columns of a table's primary key
     * @param initial gives the rows that a table had before the first test
     */
    ChangeAttribution(
            List<BoundaryMark> marks,
            Intervals intervals,
            Function<String, List<String>> keys,
            Function<String, OptionalLong> initial) {
        this.marks = marks;
        this.intervals = intervals;
        this.ends = intervals.ends();
        this.births = new TableReplacements(marks);
        this.keys = keys;
        this.initial = initial;
    }

    @Override
    public void marker(String content) {
        interval = Integer.parseInt(content);
        ChangeOwner whose = intervals.get(interval - 1).owner();
        births.replacedBefore(interval).forEach(table -> forget(table, whose));
        if (interval % PATIENCE == 0) {
            Set<ChangeOwner> finished = new HashSet<>(open.keySet());
            finished.removeIf(each -> ends.getOrDefault(each, 0) > interval - PATIENCE);
            finished.forEach(this::finish);
        }
    }

    @Override
    public void begin(long xid) {
        transaction = xid;
        int begun = begunIn(xid);
        Intervals.Interval own = intervals.get(begun);
        owner = own.owner();
        late = owner != null && isLate(own, owner);
    }

    /** The fixtures of a class go on after its tests. */
    private boolean isLate(Intervals.Interval own, ChangeOwner whose) {
        return whose instanceof ChangeOwner.Test
                ? own.late() || !own.equals(intervals.get(interval))
                : ends.getOrDefault(whose, 0) < interval;
    }

    /** The stretch of time in which a transaction got its number: the last one that began at or below it. */
    private int begunIn(long xid) {
        int begun = interval;
        while (begun >= 0
                && TransactionNumbers.isBefore(
                        xid, marks.get(begun).reading().position().nextTransaction())) {
            begun--;
        }
        return begun;
    }

    @Override
    public void changed(RowChange change) {
        forgetThePredecessorOf(change.table());
        TableSizes.Size before = sizes.add(change);
        ChangeOwner whose = owner;
        if (whose != null) {
            net(whose).add(change, before, late);
        }
    }

    @Override
    public void truncated(List<String> tables) {
        for (String table : tables) {
            forgetThePredecessorOf(table);
            TableSizes.Size before = sizes.emptied(table);
            ChangeOwner whose = owner;
            if (whose != null) {
                net(whose).truncate(table, before, late);
            }
        }
    }

    @Override
    public void commit(long xid) {
        owner = null;
    }

    private void forgetThePredecessorOf(String table) {
        if (births.isNew(table, transaction, interval)) {
            forget(table, owner);
        }
    }

    /** What was in a table that was dropped is neither there nor left by anybody. */
    private void forget(String table, @Nullable ChangeOwner whose) {
        sizes.emptied(table);
        NetChanges changes = whose == null ? null : open.get(whose);
        if (changes != null) {
            changes.forget(table);
        }
    }

    private NetChanges net(ChangeOwner whose) {
        return open.computeIfAbsent(whose, absent -> new NetChanges(keys));
    }

    private void finish(ChangeOwner whose) {
        NetChanges changes = open.remove(whose);
        if (changes != null) {
            written.computeIfAbsent(whose, absent -> new TreeSet<>()).addAll(changes.tables());
            done.merge(whose, changes.result(initial), TableChanges::added);
        }
    }

    /** What each owner left in tables; owners that left nothing may be missing. */
    Map<ChangeOwner, List<TableChange>> results() {
        new ArrayList<>(open.keySet()).forEach(this::finish);
        return done;
    }

    /** The tables that each owner wrote, even if nothing is left of it. */
    Map<ChangeOwner, Set<String>> written() {
        return written;
    }
}
