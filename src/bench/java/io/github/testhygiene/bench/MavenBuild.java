package io.github.testhygiene.bench;

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

    /** Runs Maven and waits for its end. */
    static MavenBuild run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "mvn",
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
                    long millis = Duration.between(start, time).toMillis();
                    return millis < 0 ? millis + Duration.ofDays(1).toMillis() : millis;
                }
                start = headline.group(2).equals(goal) ? time : null;
            }
        }
        throw new IllegalStateException("no goal " + goal + " that another follows in\n" + String.join("\n", log));
    }
}
