package io.github.testhygiene.bench;

import io.github.testhygiene.check.ScaleOnce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What planning, diagnosis and report of large suites take, each time in a JVM of its own with 512 MB of heap. */
final class ScaleTimes {

    private static final int SIZE_WITH_TARGETS = 10_000;

    private final Path folder;
    private final Figures figures;

    ScaleTimes(Path folder, Figures figures) {
        this.folder = folder;
        this.figures = figures;
    }

    void measure() throws IOException, InterruptedException {
        for (int tests : List.of(1_000, SIZE_WITH_TARGETS, 50_000)) {
            measure(tests, 0);
        }
        measure(1_000, 10);
        measure(SIZE_WITH_TARGETS, 100);
    }

    private void measure(int tests, int victims) throws IOException, InterruptedException {
        String name = String.format("%,d tests, %d victims", tests, victims);
        System.out.println("Scale: " + name);
        Map<String, List<Double>> values = new HashMap<>();
        for (int round = 0; round < Rounds.of("SCALES", 1); round++) {
            check(tests, victims)
                    .forEach((key, value) ->
                            values.computeIfAbsent(key, any -> new ArrayList<>()).add(value));
        }
        boolean targets = tests == SIZE_WITH_TARGETS && victims == 0;
        figures.add(name + ": planning", "s", values.get("planned"), targets ? 1.0 : null);
        figures.add(name + ": diagnosis", "s", values.get("diagnosed"), null);
        figures.add(name + ": report, put together and written", "s", values.get("reported"), targets ? 3.0 : null);
        figures.add(
                name + ": heap in use after a collection",
                "MB",
                values.get("heap"),
                tests == SIZE_WITH_TARGETS ? 512.0 : null);
        figures.add(name + ": executions of a test", "1000", values.get("executed"), null);
        figures.add(name + ": size of report.json", "MB", values.get("json"), null);
    }

    private Map<String, Double> check(int tests, int victims) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScaleOnce.class.getName(),
                        String.valueOf(tests),
                        String.valueOf(victims),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("a check of " + tests + " tests ended with " + process.exitValue() + ": " + answer);
        }
        Map<String, Double> values = new HashMap<>();
        for (String each : answer.split(" ")) {
            String[] pair = each.split("=");
            values.put(pair[0], Double.parseDouble(pair[1]));
        }
        return values;
    }
}
