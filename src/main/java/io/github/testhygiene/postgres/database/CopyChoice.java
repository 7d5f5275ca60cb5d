package io.github.testhygiene.postgres.database;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out how a database is copied fastest: each method is used twice, and from then on the one with the shortest time.
 * Which one that is depends on the disk, on {@code fsync} and on the size, so that nobody can tell beforehand. Safe for use
 * by several threads.
 */
public final class CopyChoice {

    private static final int TRIES = 2;

    private final List<CopyMethod> known;
    private final Map<CopyMethod, Integer> begun = new EnumMap<>(CopyMethod.class);
    private final Map<CopyMethod, Duration> shortest = new EnumMap<>(CopyMethod.class);
    private final Set<CopyMethod> refused = EnumSet.noneOf(CopyMethod.class);

    /** Among some methods; of equals the first wins. */
    CopyChoice(List<CopyMethod> known) {
        this.known = List.copyOf(known);
    }

    /** What to use for the next copy. */
    synchronized CopyMethod next() {
        CopyMethod next = null;
        for (CopyMethod each : known) {
            int tries = begun.getOrDefault(each, 0);
            boolean fewer = next == null || tries < begun.getOrDefault(next, 0);
            if (!refused.contains(each) && tries < TRIES && fewer) {
                next = each;
            }
        }
        CopyMethod chosen = next == null ? best() : next;
        begun.merge(chosen, 1, Integer::sum);
        return chosen;
    }

    /** The fastest so far; the first one while nothing is known. */
    synchronized CopyMethod best() {
        CopyMethod best = known.get(0);
        for (CopyMethod each : known) {
            if (!refused.contains(each) && (refused.contains(best) || time(each).compareTo(time(best)) < 0)) {
                best = each;
            }
        }
        return best;
    }

    private Duration time(CopyMethod method) {
        return shortest.getOrDefault(method, Duration.ofDays(1));
    }

    /** A copy was made. */
    synchronized void took(CopyMethod method, Duration time) {
        shortest.merge(method, time, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    /**
     * A server did not copy in this way.
     *
     * @return whether another way is left
     */
    synchronized boolean refused(CopyMethod method) {
        refused.add(method);
        return !refused.containsAll(known);
    }
}
