package io.github.testhygiene.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.testhygiene.model.DatabaseCoordinates;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures what src/docs/benchmarks.md tells. Started by src/bench/run.sh. */
public final class Benchmark {

    private static final List<String> SECTIONS = List.of("provision", "clone", "recorder", "alone", "lint");
    private static final Set<String> NEEDING_MAVEN = Set.of("provision", "recorder", "alone");
    private static final List<String> TESTS = List.of(
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

    private static final double BUSY = 0.25;

    private final Path sample;
    private final List<String> settings;
    private final Figures figures = new Figures();

    private Benchmark(Path sample, String developersRepository, String localRepository, String version) {
        this.sample = sample;
        this.settings = List.of(
                "-Dmaven.repo.local=" + localRepository,
                "-DdevelopersRepository=" + developersRepository,
                "-DhygieneVersion=" + version);
    }

    /**
     * Measures.
     *
     * @param args the sample's folder, the developer's repository as a URL, the benchmark's own repository, the
     *     plugin's version; then the sections, all if there is none
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Benchmark benchmark = new Benchmark(Path.of(args[0]), args[1], args[2], args[3]);
        List<String> sections = args.length == 4 ? SECTIONS : List.of(args).subList(4, args.length);
        if (!SECTIONS.containsAll(sections)) {
            throw new IllegalArgumentException("known are " + SECTIONS + ", not " + sections);
        }
        benchmark.measure(sections);
    }

    private void measure(List<String> sections) throws IOException, InterruptedException {
        if (sections.stream().anyMatch(NEEDING_MAVEN::contains)) {
            compileSample();
        }
        if (sections.contains("provision")) {
            provision();
        }
        if (sections.contains("clone")) {
            CloneTimes.measure(figures, sample.resolve("schema.sql"));
        }
        if (sections.contains("recorder")) {
            new RecorderCost(sample, settings, figures).measure();
        }
        if (sections.contains("alone")) {
            alone();
        }
        if (sections.contains("lint")) {
            new LintTimes(sample.resolveSibling("lint"), figures).measure();
        }
        figures.printTable();
        write();
    }

    private void compileSample() throws IOException, InterruptedException {
        System.out.println("Compiling the sample");
        MavenBuild.run(sample, with("test-compile"));
        System.out.println("Filling the repository"); // two builds at once must not find it empty
        MavenBuild.run(
                sample,
                with(
                        "-Dtest-hygiene.database=embedded",
                        "-Dit.test=ConnectIT",
                        "test-hygiene:provision@hygiene",
                        "failsafe:integration-test@tests"));
    }

    // ---- How long a server takes ----

    private void provision() throws IOException, InterruptedException {
        provision("embedded", 2_000);
        if (engineAnswers()) {
            provision("container", 4_000);
        } else {
            System.out.println("No Docker engine answers: the container is not measured");
        }
    }

    private void provision(String database, double target) throws IOException, InterruptedException {
        System.out.println("Starts of a server: " + database);
        List<Double> goal = new ArrayList<>();
        List<Double> toFirstConnection = new ArrayList<>();
        for (int i = -1; i < times("STARTS", 9); i++) {
            awaitQuiet();
            MavenBuild build = MavenBuild.run(
                    sample,
                    with(
                            "-Dtest-hygiene.database=" + database,
                            "-Dit.test=ConnectIT",
                            "test-hygiene:provision@hygiene",
                            "failsafe:integration-test@tests"));
            double millis = build.goalMillis("provision");
            double connection = Double.parseDouble(RecorderCost.fork(sample).getProperty("firstConnectionMillis"));
            if (i >= 0) {
                goal.add(millis);
                toFirstConnection.add(millis + connection);
            }
        }
        figures.add("provision, " + database, "ms", goal, null);
        figures.add("provision to the first connection, " + database, "ms", toFirstConnection, target);
    }

    /** Waits, but not for ever, until nobody else keeps the machine busy: these are times, not ratios. */
    private static void awaitQuiet() throws InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        system.getCpuLoad(); // the next answer is about the time since this one
        for (int second = 0; second < times("QUIET", 30); second++) {
            Thread.sleep(1_000);
            if (system.getCpuLoad() < BUSY) {
                return;
            }
        }
        System.out.println("The machine is busy all the time: this start takes longer than it would");
    }

    private static boolean engineAnswers() throws InterruptedException {
        try {
            return new ProcessBuilder("docker", "info")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    // ---- What an alone run costs ----

    /** As in the recorded runs, the two of a pair go on at the same time. */
    private void alone() throws IOException, InterruptedException {
        System.out.println("Alone runs, and the same launched by hand");
        Path classPath = sample.resolveSibling("console.txt");
        MavenBuild.run(sample, with("-Pconsole", "dependency:build-classpath", "-Dmdep.outputFile=" + classPath));
        String dependencies = Files.readString(classPath).strip();
        List<Double> ratios = new ArrayList<>();
        List<Double> aloneMillis = new ArrayList<>();
        List<Double> byHandMillis = new ArrayList<>();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (BenchServer server = new BenchServer(sample.resolve("schema.sql"))) {
            for (int block = -1; block < times("BLOCKS", 4); block++) {
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

    // ---- All of it ----

    private List<String> with(String... arguments) {
        return Stream.concat(settings.stream(), Stream.of(arguments)).toList();
    }

    static int times(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private void write() throws IOException {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("java", System.getProperty("java.version"));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("figures", figures.all());
        Path file = Path.of("target", "benchmark.json");
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), all);
        System.out.println(file);
    }
}
