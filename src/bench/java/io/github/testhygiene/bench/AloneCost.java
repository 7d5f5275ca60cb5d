package io.github.testhygiene.bench;

import io.github.testhygiene.model.DatabaseCoordinates;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an alone run costs, beside the same test launched by hand. */
final class AloneCost {

    /** The methods of the sample's test class. */
    static final List<String> TESTS = List.of(
            "opensAnAccount",
            "refusesASecondAccountOfThatName",
            "refusesAnEntryOfNothing",
            "sumsUpAnAccount",
            "booksManyEntriesAtOnce",
            "movesMoney",
            "ranksAccounts",
            "readsTheWholeLedger",
            "commitsAndTakesBack",
            "addsAColumn");

    private final Path sample;
    private final List<String> settings;
    private final Figures figures;

    AloneCost(Path sample, List<String> settings, Figures figures) {
        this.sample = sample;
        this.settings = settings;
        this.figures = figures;
    }

    /** As in the recorded runs, the two of a pair go on at the same time. */
    void measure() throws IOException, InterruptedException {
        System.out.println("Alone runs, and the same launched by hand");
        Path classPath = sample.resolveSibling("console.txt");
        MavenBuild.run(sample, with("-Pconsole", "dependency:build-classpath", "-Dmdep.outputFile=" + classPath));
        String dependencies = Files.readString(classPath).strip();
        List<Double> ratios = new ArrayList<>();
        List<Double> aloneMillis = new ArrayList<>();
        List<Double> byHandMillis = new ArrayList<>();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (BenchServer server = new BenchServer(sample.resolve("schema.sql"))) {
            for (int block = -1; block < Rounds.of("BLOCKS", 4); block++) {
                Files.deleteIfExists(sample.resolve("build.log"));
                Future<List<Double>> aloneRuns = other.submit(this::aloneRuns);
                awaitAloneRuns(aloneRuns);
                List<Double> byHand = byHand(server, dependencies);
                List<Double> alone = aloneRuns.get();
                for (int i = 0; block >= 0 && i < alone.size(); i++) {
                    ratios.add(alone.get(i) / byHand.get(i));
                    aloneMillis.add(alone.get(i));
                    byHandMillis.add(byHand.get(i));
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            other.shutdown();
        }
        figures.add("alone run : console launcher by hand", "ratio", ratios, 1.2);
        figures.add("alone run, with clone and drop", "ms", aloneMillis, null);
        figures.add("console launcher by hand", "ms", byHandMillis, null);
    }

    private void awaitAloneRuns(Future<?> build) throws IOException, InterruptedException {
        Path log = sample.resolve("build.log");
        while (!build.isDone() && (Files.notExists(log) || !Files.readString(log).contains("Checking "))) {
            Thread.sleep(10);
        }
    }

    private List<Double> aloneRuns() throws IOException, InterruptedException {
        MavenBuild.run(
                sample,
                with(
                        "-Pschema",
                        "-Dtest-hygiene.database=embedded",
                        "-Dtest-hygiene.orders=0",
                        "-Dtest-hygiene.parallel=1",
                        "-Dtest-hygiene.forks=plain",
                        "-Dit.test=Ledger01IT",
                        "test-hygiene:provision@hygiene",
                        "failsafe:integration-test@tests",
                        "test-hygiene:isolate@hygiene"));
        JsonNode report = new JsonMapper().readTree(sample.resolve("target/test-hygiene/report.json"));
        List<Double> millis = new ArrayList<>();
        for (JsonNode run : report.get("runs")) {
            if (run.get("kind").asString().equals("alone")) {
                millis.add(run.get("durationMillis").asDouble());
            }
        }
        if (millis.size() != TESTS.size()) {
            throw new IllegalStateException("alone runs: " + report.get("runs"));
        }
        return millis;
    }

    private List<Double> byHand(BenchServer server, String dependencies) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (String method : TESTS) {
            DatabaseCoordinates database = server.freshDatabase();
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dbench.url=" + database.jdbcUrl(),
                    "-Dbench.username=" + database.username(),
                    "-Dbench.password=" + database.password(),
                    "-cp",
                    String.join(File.pathSeparator, "target/test-classes", "target/classes", dependencies),
                    "org.junit.platform.console.ConsoleLauncher",
                    "execute",
                    "--select-method=com.example.ledger.Ledger01IT#" + method);
            Path output = sample.resolveSibling("console.log");
            long before = System.nanoTime();
            int exit = new ProcessBuilder(command)
                    .directory(sample.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            millis.add((System.nanoTime() - before) / 1e6);
            server.drop(database);
            if (exit != 0) {
                throw new IOException("the console launcher ended with " + exit + ":\n" + Files.readString(output));
            }
        }
        return millis;
    }

    private List<String> with(String... arguments) {
        return Stream.concat(settings.stream(), Stream.of(arguments)).toList();
    }
}
