package io.github.testhygiene.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares ways to run every test of a sample alone. Each round goes through all of them, and a ratio is that of two
 * times of the same round, so that whatever else the machine does falls on both.
 */
final class SpeedComparison {

    private static final String BY_HAND = "the loop by hand";
    private static final String PLAIN = "plain forks, 1 worker";
    private static final String FAST_ONE = "fast forks, 1 worker";
    private static final String FAST_TWO = "fast forks, 2 workers";
    private static final String LIMIT = "bare launches with an archive, ";
    private static final String WITHOUT = "bare launches without an archive, ";
    private static final String BUILD = "the whole build, fast forks, 2 workers";

    private final SpeedSample sample;
    private final Figures figures;
    private final PluginRuns plugin;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    SpeedComparison(SpeedSample sample, Figures figures) {
        this.sample = sample;
        this.figures = figures;
        this.plugin = new PluginRuns(sample);
    }

    /**
     * Measures all ways.
     *
     * @param timesFasterThanByHand the target of two fast workers
     * @param timesFasterThanPlain the target of two fast workers; null if there is none
     */
    void measure(double timesFasterThanByHand, @Nullable Double timesFasterThanPlain)
            throws IOException, InterruptedException {
        prepare();
        try (BenchServer server = new BenchServer(sample.schema())) {
            HandLoop byHand = new HandLoop(sample, server.freshDatabase());
            BareLaunches bare = new BareLaunches(sample, server);
            for (int round = 1; round <= rounds(); round++) {
                System.out.println(sample.name() + ", round " + round + " of " + rounds());
                note(BY_HAND, byHand.seconds(Math.min(Rounds.of("HANDS", 3), sample.tests().size())));
                note(PLAIN, plugin.build("plain", 1).alone());
                for (int workers = 1; workers <= 2; workers++) {
                    noteFast(workers);
                    note(LIMIT + workers + " at a time", bare.seconds(workers, true));
                    if (round == 1) { // no ratio needs it, and it takes long
                        note(WITHOUT + workers + " at a time", bare.seconds(workers, false));
                    }
                }
            }
        }
        tell();
        atLeast(BY_HAND, FAST_TWO, timesFasterThanByHand);
        if (timesFasterThanPlain != null) {
            atLeast(PLAIN, FAST_TWO, timesFasterThanPlain);
        }
        atMost(FAST_ONE, LIMIT + "1 at a time", 1.25);
        atMost(FAST_TWO, LIMIT + "2 at a time", 1.25);
    }

    /**
     * Measures one and two workers.
     *
     * @param timesFaster the target of two
     */
    void measureWorkers(double timesFaster) throws IOException, InterruptedException {
        prepare();
        for (int round = 1; round <= rounds(); round++) {
            System.out.println(sample.name() + ", round " + round + " of " + rounds());
            noteFast(1);
            noteFast(2);
        }
        tell();
        atLeast(FAST_ONE, FAST_TWO, timesFaster);
    }

    /** The builds of the rounds are offline: everything has to be there, and nothing to be compiled. */
    private void prepare() throws IOException, InterruptedException {
        System.out.println(sample.name() + ": compiling, filling the repository");
        MavenBuild.run(
                sample.folder(),
                sample.with(Stream.concat(
                        sample.forPlugin().stream(),
                        Stream.of(
                                "-Dtest-hygiene.database=embedded",
                                "-Dtest-hygiene.orders=0",
                                "-Dtest-hygiene.tests=" + sample.tests().get(0),
                                "-Dit.test=" + sample.tests().get(0),
                                "verify"))));
    }

    private static int rounds() {
        return Rounds.of("ROUNDS", 3);
    }

    private void noteFast(int workers) throws IOException, InterruptedException {
        PluginRuns.Times times = plugin.build("fast", workers);
        note(workers == 1 ? FAST_ONE : FAST_TWO, times.alone());
        if (workers == 2) {
            note(BUILD, times.build());
        }
    }

    private void note(String way, double value) {
        System.out.printf("  %-45s %6.1f s%n", way, value);
        seconds.computeIfAbsent(way, name -> new ArrayList<>()).add(value);
    }

    private void tell() {
        seconds.forEach((way, values) -> figures.add(name(way), "s", values, null));
    }

    private void atLeast(String slow, String fast, double target) {
        figures.addAtLeast(name(slow + " : " + fast), "ratio", ratios(slow, fast), target);
    }

    private void atMost(String ours, String limit, double target) {
        figures.add(name(ours + " : " + limit), "ratio", ratios(ours, limit), target);
    }

    private List<Double> ratios(String one, String other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < seconds.get(one).size(); i++) {
            ratios.add(seconds.get(one).get(i) / seconds.get(other).get(i));
        }
        return ratios;
    }

    private String name(String figure) {
        return sample.name() + ": " + figure;
    }
}
