package io.github.testhygiene.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How long a server takes until a test is connected. */
final class ServerStarts {

    private final Path sample;
    private final List<String> settings;
    private final Figures figures;

    ServerStarts(Path sample, List<String> settings, Figures figures) {
        this.sample = sample;
        this.settings = settings;
        this.figures = figures;
    }

    void measure() throws IOException, InterruptedException {
        measure("embedded", 2_000);
        if (engineAnswers()) {
            measure("container", 4_000);
        } else {
            System.out.println("No Docker engine answers: the container is not measured");
        }
    }

    private void measure(String database, double target) throws IOException, InterruptedException {
        System.out.println("Starts of a server: " + database);
        List<Double> goal = new ArrayList<>();
        List<Double> toFirstConnection = new ArrayList<>();
        for (int i = -1; i < Rounds.of("STARTS", 9); i++) {
            Rounds.awaitQuiet();
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

    private List<String> with(String... arguments) {
        return Stream.concat(settings.stream(), Stream.of(arguments)).toList();
    }
}
