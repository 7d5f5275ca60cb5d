package io.github.testhygiene.check;

import io.github.testhygiene.model.MachineLoad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * Samples how busy the machine is. A test that depends on time fails, and a run is ended, where everything takes many times
 * as long as usual; whoever reads of it must know. Safe for use by several threads.
 */
public final class LoadSampler {

    private final DoubleSupplier load;
    private final int processors;
    private final List<Double> samples = Collections.synchronizedList(new ArrayList<>());

    /**
     * With a source.
     *
     * @param load the load average of the last minute; negative where the system does not say
     * @param processors how many processors there are; at least 1
     */
    LoadSampler(DoubleSupplier load, int processors) {
        this.load = load;
        this.processors = processors;
    }

    /** Of this machine. */
    static LoadSampler ofThisMachine() {
        return new LoadSampler(
                ManagementFactory.getOperatingSystemMXBean()::getSystemLoadAverage, processorsOfThisMachine());
    }

    /** In a container the JVM knows only those that the container may use, but the load is that of the whole machine. */
    private static int processorsOfThisMachine() {
        int available = Runtime.getRuntime().availableProcessors();
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return Math.max(available, (int)
                    lines.filter(line -> line.startsWith("processor")).count());
        } catch (IOException | UncheckedIOException e) {
            return available; // not Linux
        }
    }

    /** Takes a sample. */
    void sample() {
        double now = load.getAsDouble();
        if (now >= 0) {
            samples.add(now);
        }
    }

    /** Returns the load so far; empty if nothing was sampled. */
    Optional<MachineLoad> load() {
        List<Double> sorted;
        synchronized (samples) {
            sorted = samples.stream().sorted().toList();
        }
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(MachineLoad.of(
                        processors,
                        rounded(sorted.get((sorted.size() - 1) / 2)),
                        rounded(sorted.get(sorted.size() - 1))));
    }

    private static double rounded(double load) {
        return Math.round(load * 10) / 10.0;
    }
}
