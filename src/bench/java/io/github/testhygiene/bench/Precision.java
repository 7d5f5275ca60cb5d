package io.github.testhygiene.bench;

import io.github.testhygiene.lint.LintOutcome;
import io.github.testhygiene.lint.Linter.LintTarget;
import io.github.testhygiene.lint.SourceFiles;
import io.github.testhygiene.lint.code.Annotations;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Roles;
import io.github.testhygiene.lint.code.TestClasses;
import io.github.testhygiene.lint.code.TestSelection;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.LintEntry.PackageTests;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what lint says of the published tests of libraries. Started by src/bench/precision.sh. */
final class Precision {

    private final Map<String, LintOutcome> libraries = new TreeMap<>();

    private Precision() {}

    /**
     * The first argument is a folder with a folder for each library: in it {@code tests.jar}, {@code main.jar} and the
     * class path in {@code classpath.txt}. A library after it lists its findings, and a rule after that only those.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (arguments.length > 1) {
            list(lint(folder.resolve(arguments[1])), arguments.length > 2 ? arguments[2] : "");
            return;
        }
        Precision precision = new Precision();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path library : found.filter(Files::isDirectory).sorted().toList()) {
                precision.libraries.put(library.getFileName().toString(), lint(library));
            }
        }
        precision.printSizes();
        System.out.println();
        precision.printCounts();
    }

    private static LintOutcome lint(Path library) throws IOException {
        Path tests = library.resolve("tests.jar");
        List<Path> classPath = new ArrayList<>(List.of(tests, library.resolve("main.jar")));
        Stream.of(Files.readString(library.resolve("classpath.txt")).strip().split(File.pathSeparator))
                .map(Path::of)
                .forEach(classPath::add);
        LintTarget target = new LintTarget(withTests(tests, classPath), List.of(tests), classPath);
        return LintOutcome.of(target, new SourceFiles(library, List.of(), List.of()));
    }

    /** Every class with tests, whatever its name: what of these are integration tests, only their authors know. */
    private static List<String> withTests(Path tests, List<Path> classPath) {
        try (ClassIndex index = new ClassIndex(List.of(tests), classPath)) {
            Annotations annotations = new Annotations(index);
            List<String> outermost = index.ownClasses().stream()
                    .filter(name -> !name.contains("$"))
                    .toList();
            return new TestClasses(index, annotations, new Roles(index, annotations, false), TestSelection.ALL)
                    .of(outermost).stream()
                            .filter(each -> !each.tests().isEmpty())
                            .map(each -> each.file().name().split("\\$", 2)[0])
                            .distinct()
                            .toList();
        }
    }

    private static void list(LintOutcome lint, String rule) {
        lint.findings().stream()
                .filter(finding -> rule.isEmpty() || finding.rule().equals(rule))
                .forEach(finding -> System.out.printf(
                        "%s\t%s\t%s\t%s%n",
                        finding.rule(),
                        finding.className() + (finding.methodName() == null ? "" : "#" + finding.methodName()),
                        finding.line() == null ? "-" : finding.line(),
                        finding.message()));
    }

    private void printSizes() {
        System.out.println("| library | test classes | tests | class files read | seconds |");
        System.out.println("|---|---|---|---|---|");
        libraries.forEach((library, lint) -> System.out.printf(
                "| %s | %d | %d | %d | %.1f |%n",
                library,
                lint.entry().testClasses(),
                lint.entry().packages().stream()
                        .mapToInt(PackageTests::tests)
                        .sum(),
                lint.entry().classFiles(),
                lint.entry().durationMillis() / 1000.0));
    }

    private void printCounts() {
        System.out.println("| rule | " + String.join(" | ", libraries.keySet()) + " | all |");
        System.out.println("|---|" + "---|".repeat(libraries.size() + 1));
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        libraries.forEach((library, lint) -> counts.put(
                library,
                lint.findings().stream()
                        .map(Finding::rule)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))));
        TreeSet<String> rules =
                counts.values().stream().flatMap(each -> each.keySet().stream()).collect(Collectors.toCollection(
                        TreeSet::new));
        for (String rule : rules) {
            List<Long> row = counts.values().stream()
                    .map(each -> each.getOrDefault(rule, 0L))
                    .toList();
            System.out.println("| `" + rule + "` | "
                    + row.stream().map(String::valueOf).collect(Collectors.joining(" | "))
                    + " | " + row.stream().mapToLong(Long::longValue).sum() + " |");
        }
    }
}
