package io.github.testhygiene.bench;

import io.github.testhygiene.lint.LintOutcome;
import io.github.testhygiene.lint.Linter.LintTarget;
import io.github.testhygiene.lint.SourceFiles;
import io.github.testhygiene.model.Finding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One look at many tests, in a JVM of its own. Prints what it took. */
public final class LintOnce {

    private LintOnce() {}

    /**
     * Looks.
     *
     * @param args the folder with the classes and the file of the class path; the endings of the names of selected
     *     classes; how many of them at most; a file for the findings, if anybody wants to compare them
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path classes = folder.resolve("test-classes");
        List<Path> classPath = Stream.of(Files.readString(folder.resolve("classpath.txt")).split(File.pathSeparator))
                .map(Path::of)
                .toList();
        List<String> selected = selected(classes, List.of(args[1].split(",")), Integer.parseInt(args[2]));
        HeapWatch heap = HeapWatch.start();
        long before = System.nanoTime();
        LintOutcome lint = LintOutcome.of(
                new LintTarget(selected, List.of(classes), classPath), new SourceFiles(folder, List.of(), List.of()));
        long millis = (System.nanoTime() - before) / 1_000_000;
        if (args.length > 3) {
            Files.write(
                    Path.of(args[3]), lint.findings().stream().map(LintOnce::line).toList());
        }
        System.out.println(millis + " " + heap.mostUsed() / (1 << 20) + " " + selected.size() + " "
                + lint.entry().classFiles() + " " + lint.findings().size());
    }

    private static String line(Finding finding) {
        return finding.rule() + " " + finding.subject() + ":" + finding.line() + " " + finding.fingerprint() + " "
                + finding.message();
    }

    private static List<String> selected(Path classes, List<String> endings, int most) throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            return all.map(each -> classes.relativize(each).toString())
                    .filter(name -> endings.stream().anyMatch(ending -> name.endsWith(ending + ".class")))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .limit(most)
                    .toList();
        }
    }
}
