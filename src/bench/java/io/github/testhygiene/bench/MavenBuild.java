package io.github.testhygiene.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Maven build that has ended, as its log tells it.
 *
 * @param log the lines, each with the time
 */
record MavenBuild(List<String> log) {

    private static final Pattern GOAL =
            Pattern.compile("(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) .*--- \\S+:(\\S+) \\([^)]*\\) @ .*");
    private static final Pattern CHECKING =
            Pattern.compile("(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) .* Checking \\d+ tests in \\d+ runs, .*");
    private static final Pattern ALL_DONE =
            Pattern.compile("(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) .* (\\d+) of \\2 runs, .* so far");

    /** Runs Maven and waits for its end. */
    static MavenBuild run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                maven(),
                "-B",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS"));
        command.addAll(arguments);
        Path output = folder.resolve("build.log");
        int exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(output);
        if (exit != 0) {
            throw new IOException("Maven ended with " + exit + ":\n" + String.join("\n", lines));
        }
        return new MavenBuild(lines);
    }

    /** From a goal's headline to the next goal's, so that it cannot be the last one. */
    double goalMillis(String goal) {
        LocalTime start = null;
        for (String line : log) {
            Matcher headline = GOAL.matcher(line);
            if (headline.matches()) {
                LocalTime time = LocalTime.parse(headline.group(1));
                if (start != null) {
                    return millis(start, time);
                }
                start = headline.group(2).equals(goal) ? time : null;
            }
        }
        throw new IllegalStateException("no goal " + goal + " that another follows in\n" + String.join("\n", log));
    }

    /** From the line that tells which runs are planned to the one that tells that all have been made. */
    double checkingSeconds() {
        return millis(time(CHECKING), time(ALL_DONE)) / 1000.0;
    }

    private LocalTime time(Pattern pattern) {
        return log.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(line -> LocalTime.parse(line.group(1)))
                .reduce((earlier, later) -> later)
                .orElseThrow(() ->
                        new IllegalStateException("no line " + pattern + " in\n" + String.join("\n", log)));
    }

    private static long millis(LocalTime start, LocalTime end) {
        long millis = Duration.between(start, end).toMillis();
        return millis < 0 ? millis + Duration.ofDays(1).toMillis() : millis;
    }

    /** The Maven that started the benchmark, else the first one on the path. */
    private static String maven() {
        String script = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
        String home = System.getProperty("bench.mavenHome");
        return home == null ? script : Path.of(home, "bin", script).toString();
    }
}
