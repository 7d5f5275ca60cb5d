package io.github.testhygiene.recording;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has become of named values over one or more stretches of time. What was changed and put back is no change.
 *
 * @param <K> the name
 * @param <V> the value
 */
final class ValueChanges<K, V> {

    /**
     * One value that is not what it was.
     *
     * @param key its name
     * @param before the value before; null if there was none
     * @param after the value after; null if there is none
     */
    record Change<K, V>(K key, @Nullable V before, @Nullable V after) {}

    private final Map<K, Change<K, V>> changes = new LinkedHashMap<>();

    /** Adds the difference between two moments; only names that {@code both} of them know, or also those that are new or gone. */
    void add(Map<K, ? extends @Nullable V> before, Map<K, ? extends @Nullable V> after, boolean newAndGoneToo) {
        before.forEach((key, value) -> {
            if (newAndGoneToo || after.containsKey(key)) {
                add(key, value, after.get(key));
            }
        });
        if (newAndGoneToo) {
            after.forEach((key, value) -> {
                if (!before.containsKey(key)) {
                    add(key, null, value);
                }
            });
        }
    }

    private void add(K key, @Nullable V before, @Nullable V after) {
        if (!Objects.equals(before, after)) {
            changes.merge(
                    key,
                    new Change<>(key, before, after),
                    (earlier, later) -> new Change<>(key, earlier.before(), later.after()));
        }
    }

    /** What is not as it was, ordered. */
    List<Change<K, V>> net(Comparator<K> order) {
        return changes.values().stream()
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .sorted(Comparator.comparing(Change::key, order))
                .toList();
    }

    /** The names of all that was ever changed. */
    Set<K> touched(Comparator<K> order) {
        Set<K> keys = new TreeSet<>(order);
        keys.addAll(changes.keySet());
        return keys;
    }
}
