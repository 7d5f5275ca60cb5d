package io.github.testhygiene.recording;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The difference between two moments; of the names that both of them know, or also those that are new or gone. */
    static <K, V> List<Change<K, V>> between(
            Map<K, ? extends @Nullable V> before, Map<K, ? extends @Nullable V> after, boolean newAndGoneToo) {
        ValueChanges<K, V> changes = new ValueChanges<>();
        changes.add(before, after, newAndGoneToo);
        return List.copyOf(changes.changes.values());
    }

    /** Adds what changed later than all that was added before. */
    void add(List<Change<K, V>> later) {
        later.forEach(change -> add(change.key(), change.before(), change.after()));
    }

    private void add(Map<K, ? extends @Nullable V> before, Map<K, ? extends @Nullable V> after, boolean newAndGoneToo) {
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

    /** Whether a name was changed and is not there any more. */
    boolean isGone(K key) {
        Change<K, V> change = changes.get(key);
        return change != null && change.after() == null;
    }

    /** What is not as it was, ordered. */
    List<Change<K, V>> net(Comparator<K> order) {
        return changes.values().stream()
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .sorted(Comparator.comparing(Change::key, order))
                .toList();
    }
}
