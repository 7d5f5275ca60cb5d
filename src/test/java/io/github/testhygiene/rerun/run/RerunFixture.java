package io.github.testhygiene.rerun.run;

import io.github.testhygiene.fork.RerunMain;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Recording.RecordedLaunch;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.rerun.launch.ForkPlaces;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs of sample tests in real JVMs that are launched like this one. */
public final class RerunFixture {

    public static final String REFERENCE = "reference_database";
    public static final Duration LONG = Duration.ofMinutes(2);

    private RerunFixture() {}

    public static Path pluginClasses() {
        return location(RerunMain.class);
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path sampleClasses() {
        return location(RerunFixture.class);
    }

    public static RecordedTest test(Class<?> type, String method) {
        return test(type, method, "");
    }

    public static RecordedTest test(Class<?> type, String method, String orderedBy) {
        TestId id = new TestId("[engine:junit-jupiter]/[class:" + type.getName() + "]/[method:" + method + "()]");
        return new RecordedTest(id, List.of(type.getName()), method, "", method + "()", orderedBy);
    }

    public static Segment segment(Class<?> type, String... methods) {
        return new Segment(
                0, Arrays.stream(methods).map(method -> test(type, method)).toList());
    }

    public static LaunchRecipe recipe(Map<String, String> systemProperties) {
        Map<String, String> properties = new HashMap<>(systemProperties);
        properties.put("sample.database", REFERENCE);
        return new LaunchRecipe(
                System.getProperty("java.home"),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList(),
                List.of(),
                properties,
                Map.of("SAMPLE_DATABASE", REFERENCE),
                Path.of("").toAbsolutePath().toString(),
                Map.of());
    }

    public static Recording recording(LaunchRecipe recipe) {
        return new Recording(
                Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), List.of(new RecordedLaunch(recipe, List.of())));
    }

    public static ForkedTestRunner runner(LaunchRecipe recipe, CloneSource clones, Path folder, Duration limit) {
        return runner(recipe, clones, folder, limit, LONG);
    }

    public static ForkedTestRunner runner(
            LaunchRecipe recipe, CloneSource clones, Path folder, Duration limit, Duration budget) {
        return runner(recipe, clones, folder, limit, budget, BodyObserver.NONE);
    }

    public static ForkedTestRunner runner(
            LaunchRecipe recipe,
            CloneSource clones,
            Path folder,
            Duration limit,
            Duration budget,
            BodyObserver observer) {
        Recording recording = recording(recipe);
        return new ForkedTestRunner(
                recording,
                clones,
                new ForkPlaces(pluginClasses(), folder, List.of(sampleClasses())),
                new RunLimits(recording, limit),
                new TimeBudget(budget, System::nanoTime),
                observer);
    }

    public static RunResult run(Path folder, Clones clones, LaunchRecipe recipe, Segment... segments) {
        return runner(recipe, clones, folder, LONG).run(request(segments));
    }

    public static RunRequest request(Segment... segments) {
        return new RunRequest("sample", RunKind.CONFIRM, List.of(segments));
    }

    /** Clones that exist by name only. */
    public static class Clones implements CloneSource {

        public final List<DatabaseCoordinates> taken = new CopyOnWriteArrayList<>();
        public final List<DatabaseCoordinates> givenBack = new CopyOnWriteArrayList<>();

        @Override
        public String referenceName() {
            return REFERENCE;
        }

        @Override
        public synchronized DatabaseCoordinates take() {
            DatabaseCoordinates clone =
                    new DatabaseCoordinates("localhost", 5432, "clone_" + taken.size(), "user", "", "");
            taken.add(clone);
            return clone;
        }

        @Override
        public void giveBack(DatabaseCoordinates clone) {
            givenBack.add(clone);
        }
    }
}
