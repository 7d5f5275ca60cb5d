package io.github.testhygiene.recording;

import io.github.testhygiene.postgres.log.RowChange.Column;
import io.github.testhygiene.postgres.log.RowChange.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are there and were not, and the other way round. What was added and what was removed cancel out whatever
 * their order, so nothing needs to be known of the rows that were there at the beginning.
 */
final class NetRows {

    /** So many rows are kept to be shown, whatever becomes of them. */
    private static final int SAMPLES = 40;

    private final Map<RowDigest, Version> rows = new HashMap<>();
    private int samples;
    private long nextSample;

    /** Contents of one row that are there now (a positive count) or no more (a negative one). Several form a chain. */
    private static final class Version {

        private final RowDigest contents;
        private final boolean partial;
        private final @Nullable Sample sample;
        private int count;
        private @Nullable Version next;

        private Version(RowDigest contents, boolean partial, @Nullable Sample sample, int count) {
            this.contents = contents;
            this.partial = partial;
            this.sample = sample;
            this.count = count;
        }
    }

    private record Sample(long number, Row row) {}

    /**
     * A row of the net result.
     *
     * @param number samples of lower numbers were seen earlier
     * @param before null if the row was not there, or is not known
     * @param after null if it is not there
     */
    record Shown(
            long number, @Nullable Row before, @Nullable Row after) {}

    /** How many rows are there more, changed, and less. */
    record Tally(long inserted, long updated, long deleted) {

        Tally plus(Tally other) {
            return new Tally(inserted + other.inserted, updated + other.updated, deleted + other.deleted);
        }

        long growth() {
            return inserted - deleted;
        }
    }

    /** How many rows are being remembered. */
    int size() {
        return rows.size();
    }

    /** A row is there now; {@code anyContents} tells that it can only be the same as one of that key that was there. */
    void add(RowDigest key, RowDigest contents, Row row, boolean anyContents) {
        boolean partial = row.columns().stream().anyMatch(Column::unchangedToast);
        if (!cancel(key, -1, version -> anyContents || version.contents.equals(contents))) {
            put(key, new Version(contents, partial, sample(row), 1));
        }
    }

    /** A row of known contents is there no more. */
    void remove(RowDigest key, RowDigest contents, Row row) {
        if (!cancel(key, 1, version -> version.contents.equals(contents))
                && !cancel(key, 1, version -> version.partial)) {
            put(key, new Version(contents, false, sample(row), -1));
        }
    }

    /** A row is there no more of which just the key is known. */
    void removeByKey(RowDigest key, @Nullable Row row) {
        if (!cancel(key, 1, version -> true)) {
            put(key, new Version(RowDigest.UNKNOWN, false, row == null ? null : sample(row), -1));
        }
    }

    /** Takes one off a version of that sign; tells whether there was any. */
    private boolean cancel(RowDigest key, int sign, Predicate<Version> which) {
        Version before = null;
        for (Version version = rows.get(key); version != null; version = version.next) {
            if (Integer.signum(version.count) == sign && which.test(version)) {
                version.count -= sign;
                if (version.count == 0) {
                    unlink(key, before, version);
                }
                return true;
            }
            before = version;
        }
        return false;
    }

    private void unlink(RowDigest key, @Nullable Version before, Version version) {
        if (version.sample != null) {
            samples--;
        }
        if (before != null) {
            before.next = version.next;
        } else if (version.next == null) {
            rows.remove(key);
        } else {
            rows.put(key, version.next);
        }
    }

    private void put(RowDigest key, Version version) {
        int sign = version.count;
        Version first = rows.get(key);
        for (Version other = first; other != null; other = other.next) {
            if (Integer.signum(other.count) == sign && other.contents.equals(version.contents)) {
                other.count += sign;
                samples -= version.sample == null ? 0 : 1;
                return;
            }
        }
        version.next = first;
        rows.put(key, version);
    }

    private @Nullable Sample sample(Row row) {
        if (samples == SAMPLES) {
            return null;
        }
        samples++;
        return new Sample(nextSample++, row);
    }

    /** A row that is there in other contents counts as changed. */
    Tally tally() {
        long inserted = 0;
        long updated = 0;
        long deleted = 0;
        for (Version first : rows.values()) {
            long added = count(first, 1);
            long removed = count(first, -1);
            long both = Math.min(added, removed);
            inserted += added - both;
            updated += both;
            deleted += removed - both;
        }
        return new Tally(inserted, updated, deleted);
    }

    private static long count(Version first, int sign) {
        long count = 0;
        for (Version version = first; version != null; version = version.next) {
            count += Math.max(0, (long) sign * version.count);
        }
        return count;
    }

    /** Some of the rows, the earliest first. */
    List<Shown> shown(int most) {
        List<Shown> shown = new ArrayList<>();
        for (Version first : rows.values()) {
            Sample before = sample(first, -1);
            Sample after = sample(first, 1);
            // A changed row of which just the old contents were kept would look as if it were gone.
            if (after != null) {
                shown.add(new Shown(after.number, before == null ? null : before.row, after.row));
            } else if (before != null && count(first, 1) == 0) {
                shown.add(new Shown(before.number, before.row, null));
            }
        }
        shown.sort(Comparator.comparingLong(Shown::number));
        return List.copyOf(shown.subList(0, Math.min(most, shown.size())));
    }

    private static @Nullable Sample sample(Version first, int sign) {
        for (Version version = first; version != null; version = version.next) {
            if (Integer.signum(version.count) == sign && version.sample != null) {
                return version.sample;
            }
        }
        return null;
    }
}
