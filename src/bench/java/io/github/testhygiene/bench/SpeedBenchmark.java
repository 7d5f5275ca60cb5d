package io.github.testhygiene.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast tests are checked, as src/docs/benchmarks.md tells: each test alone in different ways, and large suites.
 * Started by {@code mvn verify -Pbenchmark}.
 */
public final class SpeedBenchmark {

    private static final List<String> SECTIONS = List.of("spring", "jdbc", "waiting", "scale");
    private static final List<String> LIBRARY = List.of(
            "BooksIT#areNoneAtFirst",
            "BooksIT#areFoundByAuthor",
            "BooksIT#areGoneWhenDeleted",
            "DeskIT#lendsForFourWeeks",
            "DeskIT#lendsNobodyAFourthBook",
            "DeskIT#writesDownWhoHasABook",
            "DeskIT#hasTheTablesOfTheEntities",
            "LoansIT#areOverdueFromTheDayAfter",
            "LoansIT#canBeExtended",
            "LoansIT#areCountedByReader");
    private static final List<String> WAITING =
            List.of("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth");

    private final Path project;
    private final List<String> settings;
    private final Figures figures = new Figures();

    private SpeedBenchmark(Path project, Path developersRepository, String version) {
        this.project = project;
        this.settings = List.of(
                "-Dmaven.repo.local=" + project.resolve("target/local-repo"),
                "-DdevelopersRepository=" + developersRepository.toUri(),
                "-DhygieneVersion=" + version,
                "-Dbench.silent=true");
    }

    /**
     * Measures.
     *
     * @param args the project's folder, the developer's local repository, the plugin's version, the sections separated
     *     by commas
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> sections = List.of(args[3].split(","));
        if (!SECTIONS.containsAll(sections)) {
            throw new IllegalArgumentException("known are " + SECTIONS + ", not " + sections);
        }
        Path project = Path.of(args[0]).toAbsolutePath();
        new SpeedBenchmark(project, Path.of(args[1]), args[2]).measure(sections);
    }

    private void measure(List<String> sections) throws IOException, InterruptedException {
        Path work = project.resolve("target/bench");
        Packed.copy(project.resolve("src/bench/spring"), work.resolve("library"));
        Packed.copy(project.resolve("src/bench/sample"), work.resolve("ledger"));
        Files.writeString(
                work.resolve("ledger/src/test/java/com/example/ledger/Ledger01IT.java"),
                "package com.example.ledger;\n\nclass Ledger01IT extends LedgerTests {}\n");
        if (sections.contains("spring")) {
            new SpeedComparison(library(work), figures).measure(6, 2.5);
        }
        if (sections.contains("jdbc")) {
            List<String> tests =
                    AloneCost.TESTS.stream().map(name -> "Ledger01IT#" + name).toList();
            new SpeedComparison(ledger(work, "JDBC", "Ledger01IT", tests), figures).measure(12, null);
        }
        if (sections.contains("waiting")) {
            List<String> tests = WAITING.stream()
                    .map(number -> "WaitIT#waitsForThe" + number + "Report")
                    .toList();
            new SpeedComparison(ledger(work, "waiting", "WaitIT", tests), figures).measureWorkers(1.7);
        }
        if (sections.contains("scale")) {
            new ScaleTimes(work.resolve("scale"), figures).measure();
        }
        figures.printTable();
        figures.write(project.resolve("target/benchmark.json"));
    }

    private SpeedSample library(Path work) {
        return new SpeedSample(
                "Spring",
                work.resolve("library"),
                settings,
                List.of(),
                "BooksIT,DeskIT,LoansIT",
                inPackage("com.example.library", LIBRARY),
                "spring.datasource.",
                null);
    }

    private SpeedSample ledger(Path work, String name, String selection, List<String> tests) {
        Path folder = work.resolve("ledger");
        return new SpeedSample(
                name,
                folder,
                settings,
                List.of("-Pschema"),
                selection,
                inPackage("com.example.ledger", tests),
                "bench.",
                folder.resolve("schema.sql"));
    }

    private static List<String> inPackage(String name, List<String> tests) {
        List<String> full = new ArrayList<>();
        tests.forEach(test -> full.add(name + "." + test));
        return full;
    }
}
