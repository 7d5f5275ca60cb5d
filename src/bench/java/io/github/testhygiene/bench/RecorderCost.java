package io.github.testhygiene.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the recorder costs the user's own run. */
final class RecorderCost {

    private final Path sample;
    private final List<String> settings;
    private final Figures figures;

    RecorderCost(Path sample, List<String> settings, Figures figures) {
        this.sample = sample;
        this.settings = settings;
        this.figures = figures;
    }

    private record Run(double goalMillis, double cpuMillis) {}

    private record Pair(Run recorded, Run plain) {

        double extraMillis() {
            return recorded.goalMillis - plain.goalMillis;
        }

        double extraCpuMillis() {
            return recorded.cpuMillis - plain.cpuMillis;
        }
    }

    void measure() throws IOException, InterruptedException {
        System.out.println("Recorded and unrecorded runs");
        try (BenchServer server = new BenchServer(sample.resolve("schema.sql"))) {
            List<Pair> runs = pairs(server, "-Dit.test=Ledger*IT");
            List<Pair> small = pairs(server, "-Dit.test=Ledger01IT#opensAnAccount");
            figures.add(
                    "recorded : unrecorded run, 200 tests",
                    "ratio",
                    map(runs, pair -> pair.recorded.goalMillis / pair.plain.goalMillis),
                    1.03);
            figures.add("unrecorded run, 200 tests", "ms", map(runs, pair -> pair.plain.goalMillis), null);
            figures.add("recorded - unrecorded run, 200 tests", "ms", map(runs, Pair::extraMillis), null);
            figures.add("the same, CPU time of the tests' JVM", "ms", map(runs, Pair::extraCpuMillis), null);
            figures.add("looking at the database, each of 200 tests", "ms", boundaries(), 2.0);
            figures.add("unrecorded run, 1 test", "ms", map(small, pair -> pair.plain.goalMillis), null);
            figures.add("recorded - unrecorded run, 1 test", "ms", map(small, Pair::extraMillis), null);
            figures.add("the same, CPU time of the tests' JVM", "ms", map(small, Pair::extraCpuMillis), null);
        }
    }

    private static List<Double> map(List<Pair> pairs, Function<Pair, Double> figure) {
        return pairs.stream().map(figure).toList();
    }

    /** The two runs of a pair go on at the same time, so that whatever else the machine does slows down both. */
    private List<Pair> pairs(BenchServer server, String tests) throws IOException, InterruptedException {
        Path recordedFolder = copyOfSample("recorded");
        Path plainFolder = copyOfSample("unrecorded");
        // A user's property wins over the plugin's: something else stands where the recorder would.
        Path nothing = Files.createDirectories(sample.resolveSibling("nothing"));
        String disarmed = "-Dmaven.test.additionalClasspath=" + nothing;
        List<String> goals =
                List.of("test-hygiene:provision@hygiene", "failsafe:integration-test@tests", "failsafe:verify@tests");
        Callable<Run> recorded = () -> tests(recordedFolder, true, join(server.asExternal(), List.of(tests), goals));
        Callable<Run> plain =
                () -> tests(plainFolder, false, join(server.asExternal(), List.of(tests, disarmed), goals));
        List<Pair> pairs = new ArrayList<>();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int i = -1; i < Rounds.of("PAIRS", 16); i++) {
                boolean recordedFirst = i % 2 == 0;
                Future<Run> first = two.submit(recordedFirst ? recorded : plain);
                Future<Run> second = two.submit(recordedFirst ? plain : recorded);
                Pair pair = recordedFirst ? new Pair(first.get(), second.get()) : new Pair(second.get(), first.get());
                if (i >= 0) {
                    pairs.add(pair);
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            two.shutdown();
        }
        return pairs;
    }

    private Path copyOfSample(String name) throws IOException {
        Path copy = sample.resolveSibling(name);
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(sample.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return copy;
    }

    private Run tests(Path folder, boolean recorded, List<String> arguments) throws IOException, InterruptedException {
        MavenBuild build = MavenBuild.run(folder, join(settings, List.of("-Pschema"), arguments));
        Properties fork = fork(folder);
        if (recorded != Boolean.parseBoolean(fork.getProperty("recorded"))) {
            throw new IllegalStateException("recorded: " + !recorded + "\n" + String.join("\n", build.log()));
        }
        return new Run(
                build.goalMillis("integration-test"), Double.parseDouble(fork.getProperty("cpuMillis")));
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        return Arrays.stream(lists).flatMap(List::stream).toList();
    }

    /** What was asked at both boundaries of a test, at the median of a run's tests; a figure for each run. */
    private List<Double> boundaries() throws IOException, InterruptedException {
        List<Double> medians = new ArrayList<>();
        for (int i = 0; i < Rounds.of("STARTS", 9); i++) {
            MavenBuild.run(
                    sample,
                    join(
                            settings,
                            List.of(
                                    "-Pschema",
                                    "-Dtest-hygiene.database=embedded",
                                    "-Dtest-hygiene.orders=0",
                                    "-Dtest-hygiene.tests=Ledger01IT#opensAnAccount",
                                    "-Dit.test=Ledger*IT",
                                    "test-hygiene:provision@hygiene",
                                    "failsafe:integration-test@tests",
                                    "test-hygiene:isolate@hygiene")));
            JsonNode report = new JsonMapper().readTree(sample.resolve("target/test-hygiene/report.json"));
            medians.add(report.get("evidence").get("boundaryMillis").asDouble());
        }
        return medians;
    }

    static Properties fork(Path folder) throws IOException {
        Properties fork = new Properties();
        Path file = folder.resolve("target/fork.properties");
        try (InputStream in = Files.newInputStream(file)) {
            fork.load(in);
        }
        Files.delete(file);
        return fork;
    }
}
