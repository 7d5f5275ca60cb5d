package io.github.testhygiene.postgres.difference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which items have to be taken back with which. */
public final class ItemRequirements {

    private final List<Set<Integer>> direct = new ArrayList<>();

    /** For so many items, none of which requires another yet. */
    ItemRequirements(int items) {
        for (int i = 0; i < items; i++) {
            direct.add(new LinkedHashSet<>());
        }
    }

    /** Says that one requires another; itself is left out. */
    void add(int one, int other) {
        if (one != other) {
            direct.get(one).add(other);
        }
    }

    /** All that an item requires, with what those require in turn, and without itself. */
    Set<Integer> of(int item) {
        BitSet seen = new BitSet();
        seen.set(item);
        Deque<Integer> open = new ArrayDeque<>(List.of(item));
        while (!open.isEmpty()) {
            for (Integer next : direct.get(open.remove())) {
                if (!seen.get(next)) {
                    seen.set(next);
                    open.add(next);
                }
            }
        }
        seen.clear(item);
        return seen.stream().boxed().collect(Collectors.toUnmodifiableSet());
    }
}
