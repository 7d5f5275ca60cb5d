package io.github.testhygiene.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Builds with the plugin on an embedded server, with as few orders as there can be. */
final class PluginRuns {

    private final SpeedSample sample;

    PluginRuns(SpeedSample sample) {
        this.sample = sample;
    }

    /**
     * What one build took, in seconds.
     *
     * @param alone all tests alone
     * @param checking all runs: alone, twice, in the reverse order
     * @param build the whole build, with the reference run and the report
     */
    record Times(double alone, double checking, double build) {}

    /**
     * Builds.
     *
     * @param forks {@code plain} or {@code fast}
     * @param workers how many runs at a time
     */
    Times build(String forks, int workers) throws IOException, InterruptedException {
        List<String> ours = List.of(
                "-o",
                "-Dtest-hygiene.database=embedded",
                "-Dtest-hygiene.orders=0",
                "-Dtest-hygiene.effort=quick",
                "-Dtest-hygiene.forks=" + forks,
                "-Dtest-hygiene.parallel=" + workers,
                "-Dit.test=" + sample.selection(),
                "verify");
        long before = System.nanoTime();
        MavenBuild build = MavenBuild.run(
                sample.folder(), sample.with(Stream.concat(sample.forPlugin().stream(), ours.stream())));
        double whole = (System.nanoTime() - before) / 1e9;
        double checking = build.checkingSeconds();
        return new Times(checking - inOrders() / workers, checking, whole);
    }

    /** How long the runs of several tests took, in seconds, each for itself. */
    private double inOrders() {
        JsonNode report =
                new JsonMapper().readTree(sample.folder().resolve("target/test-hygiene/report.json"));
        int alone = 0;
        double millis = 0;
        for (JsonNode run : report.get("runs")) {
            switch (run.get("kind").asString()) {
                case "alone" -> alone++;
                case "reference" -> {}
                case "twice", "reverse" -> millis += run.get("durationMillis").asDouble();
                default -> throw new IllegalStateException("nobody asked for this run: " + run);
            }
        }
        for (JsonNode test : report.get("tests")) {
            if (!test.get("verdict").asString().equals("isolated")) {
                throw new IllegalStateException("a test of the benchmark is not isolated: " + test);
            }
        }
        if (alone != sample.tests().size()) {
            throw new IllegalStateException(alone + " alone runs of " + sample.tests().size() + " tests");
        }
        return millis / 1000;
    }
}
