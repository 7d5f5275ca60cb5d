package io.github.testhygiene.check;

import com.sun.management.OperatingSystemMXBean;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Recording.RecordedLaunch;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How many runs are made at a time: as many as asked for, unless the heaps of their JVMs could outgrow the memory.
 *
 * @param asked how many were asked for
 * @param maxHeapBytes how large the heap of one JVM may grow; 0 if that is not known
 * @param memoryBytes how much memory the machine has, or the container in which this build runs; 0 if that is not known
 */
public record Parallelism(int asked, long maxHeapBytes, long memoryBytes) {

    private static final double GIGABYTE = 1L << 30;

    /** For the JVMs that were recorded, on this machine. */
    public static Parallelism of(int asked, Recording recording) {
        long largest = recording.launches().stream()
                .map(RecordedLaunch::recipe)
                .filter(Objects::nonNull)
                .mapToLong(LaunchRecipe::maxHeapBytes)
                .max()
                .orElse(0);
        return new Parallelism(asked, largest, memory());
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getTotalMemorySize())
                : 0;
    }

    /** How many runs at a time; at least 1. */
    public int number() {
        if (maxHeapBytes <= 0 || memoryBytes <= 0) {
            return asked;
        }
        return (int) Math.max(1, Math.min(asked, memoryBytes / maxHeapBytes));
    }

    /** Why there are fewer than asked for; empty if there are not. */
    public Optional<String> whyFewer() {
        if (number() == asked) {
            return Optional.empty();
        }
        return Optional.of("Runs are made " + number() + " at a time, not " + asked
                + " (<parallel>): the heap of each test JVM may grow to " + gigabytes(maxHeapBytes) + " of "
                + gigabytes(memoryBytes) + " of memory. A smaller -Xmx in failsafe's <argLine> lets more of them run.");
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
    }
}
