package io.github.testhygiene.plan;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes by test, in the order in which they were given; cannot be changed. A third as large as a {@code
 * LinkedHashMap}: a search in a large suite keeps millions of outcomes.
 */
final class OutcomesById extends AbstractMap<TestId, TestOutcome> {

    private final List<TestOutcome> inOrder;

    /** For each hash the place of an outcome in the order, from 1 up, or 0; at most half of them are taken. */
    private final int[] slots;

    private OutcomesById(TestOutcome[] outcomes) {
        inOrder = List.of(outcomes);
        slots = new int[Math.max(2, Integer.highestOneBit(outcomes.length) * 4)];
        for (int i = 0; i < outcomes.length; i++) {
            int slot = slot(outcomes[i].id());
            if (slots[slot] != 0) {
                throw new IllegalArgumentException("two outcomes of " + outcomes[i].id());
            }
            slots[slot] = i + 1;
        }
    }

    /** A copy of a map. */
    static OutcomesById of(Map<TestId, TestOutcome> outcomes) {
        if (outcomes instanceof OutcomesById copied) {
            return copied;
        }
        outcomes.forEach((id, outcome) -> {
            if (!outcome.id().equals(id)) {
                throw new IllegalArgumentException("the outcome of " + outcome.id() + " stands under " + id);
            }
        });
        return new OutcomesById(outcomes.values().toArray(TestOutcome[]::new));
    }

    /** The slot of a test, or the free one that it would get. */
    private int slot(Object id) {
        int hash = id.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        while (slots[slot] != 0 && !inOrder.get(slots[slot] - 1).id().equals(id)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    @Override
    public @Nullable TestOutcome get(@Nullable Object id) {
        if (id == null) {
            return null;
        }
        int place = slots[slot(id)];
        return place == 0 ? null : inOrder.get(place - 1);
    }

    @Override
    public boolean containsKey(@Nullable Object id) {
        return get(id) != null;
    }

    @Override
    public int size() {
        return inOrder.size();
    }

    @Override
    public Collection<TestOutcome> values() {
        return inOrder;
    }

    @Override
    public Set<Entry<TestId, TestOutcome>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return inOrder.size();
            }

            @Override
            public Iterator<Entry<TestId, TestOutcome>> iterator() {
                return inOrder.stream()
                        .map(outcome -> Map.entry(outcome.id(), outcome))
                        .iterator();
            }
        };
    }
}
