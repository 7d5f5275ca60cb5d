package io.github.testhygiene.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Times looks at 10,000 class files of tests, each in a JVM of its own with 256 MB of heap: a build does it once, cold.
 */
final class LintTimes {

    private static final int FILES = 10_000;
    private static final int FEW = 200;
    private static final String PACKAGE = "com/example/shop";

    private final Path folder;
    private final Figures figures;

    /** The folder has compiled templates, and the class path in a file. */
    LintTimes(Path folder, Figures figures) {
        this.folder = folder;
        this.figures = figures;
    }

    void measure() throws IOException, InterruptedException {
        System.out.println("Lint of " + FILES + " class files, " + multiply() / 1024 + " KB each");
        measure("all tests of 10,000 class files", "Test,IT", Integer.MAX_VALUE);
        measure("200 integration tests of 10,000 class files", "IT", FEW);
    }

    private void measure(String what, String endings, int most) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> used = new ArrayList<>();
        for (int i = -1; i < Rounds.of("LINTS", 9); i++) {
            String[] answer = look(endings, most);
            if (i >= 0) {
                seconds.add(Double.parseDouble(answer[0]) / 1000);
                used.add(Double.parseDouble(answer[1]));
            } else {
                System.out.println("  selected " + answer[2] + ", read " + answer[3] + ", found " + answer[4]);
            }
        }
        figures.add("lint, " + what, "s", seconds, 5.0);
        figures.add("lint, " + what + ", 95th percentile", "s", List.of(Figures.Sample.of(seconds).quantile(0.95)), null);
        figures.add("lint, " + what + ", used after a collection at most", "MB", used, 256.0);
    }

    private String[] look(String endings, int most) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LintOnce.class.getName(),
                        folder.toString(),
                        endings,
                        String.valueOf(most))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("a look ended with " + process.exitValue() + ": " + answer);
        }
        return answer.split(" ");
    }

    // ---- Many classes from few ----

    /** Copies the templates into packages whose names are as long, so that a class file stays as it is but for that. */
    private long multiply() throws IOException {
        List<Path> shared = classFiles("support");
        List<Path> templates = classFiles("shop");
        long bytes = 0;
        for (Path each : shared) {
            bytes += write(each, "shop");
        }
        for (int i = 0; i < FILES - shared.size(); i++) {
            bytes += write(templates.get(i % templates.size()), String.format("s%03d", i / templates.size()));
        }
        return bytes / FILES;
    }

    private List<Path> classFiles(String packageName) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("templates/com/example").resolve(packageName))) {
            return files.sorted().toList();
        }
    }

    private long write(Path template, String packageName) throws IOException {
        String path = folder.resolve("templates").relativize(template).toString();
        Path copy = folder.resolve("test-classes").resolve(renamed(path, packageName));
        byte[] bytes = renamed(new String(Files.readAllBytes(template), StandardCharsets.ISO_8859_1), packageName)
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.createDirectories(copy.getParent());
        Files.write(copy, bytes);
        return bytes.length;
    }

    private static String renamed(String text, String packageName) {
        return text.replace(PACKAGE, PACKAGE.replace("shop", packageName));
    }
}
