package io.github.testhygiene.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Measures what src/docs/benchmarks.md tells. Started by src/bench/run.sh. */
public final class Benchmark {

    private static final List<String> SECTIONS = List.of("provision", "clone", "recorder", "alone", "lint");
    private static final Set<String> NEEDING_MAVEN = Set.of("provision", "recorder", "alone");
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
            new ServerStarts(sample, settings, figures).measure();
        }
        if (sections.contains("clone")) {
            CloneTimes.measure(figures, sample.resolve("schema.sql"));
        }
        if (sections.contains("recorder")) {
            new RecorderCost(sample, settings, figures).measure();
        }
        if (sections.contains("alone")) {
            new AloneCost(sample, settings, figures).measure();
        }
        if (sections.contains("lint")) {
            new LintTimes(sample.resolveSibling("lint"), figures).measure();
        }
        figures.printTable();
        figures.write(Path.of("target", "benchmark-cost.json"));
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

    private List<String> with(String... arguments) {
        return Stream.concat(settings.stream(), Stream.of(arguments)).toList();
    }
}
