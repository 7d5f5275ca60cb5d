package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fork.samples.BodySamples;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.wire.Frame;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class ExtensionAutodetectionTest {

    private static final String INTERCEPTOR = "io.github.testhygiene.fork.BodyInterceptor";
    private static final String CONDITION = "io.github.testhygiene.fork.FixturesOnlyCondition";
    private static final String OURS = INTERCEPTOR + "," + CONDITION;
    private static final String OTHER = "com.example.SomeExtension";
    private static final String ENABLED = "junit.jupiter.extensions.autodetection.enabled";
    private static final String INCLUDE = "junit.jupiter.extensions.autodetection.include";
    private static final String EXCLUDE = "junit.jupiter.extensions.autodetection.exclude";

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    @TempDir
    private Path classPath;

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(loader);
        BodyTimes.set(null);
    }

    private static ConfigurationParameters users(Map<String, String> parameters) {
        return LauncherDiscoveryRequestBuilder.request()
                .configurationParameters(parameters)
                .build()
                .getConfigurationParameters();
    }

    @Test
    void whereJupiterCanChooseOursComeInAlone() {
        ExtensionAutodetection current = new ExtensionAutodetection(true, Set.of(INTERCEPTOR, CONDITION, OTHER));
        Map<String, String> alone = Map.of(ENABLED, "true", INCLUDE, OURS, EXCLUDE, "");

        assertThat(current.parameters(users(Map.of()))).isEqualTo(alone);
        assertThat(current.parameters(users(Map.of(ENABLED, "false", INCLUDE, "*", EXCLUDE, "io.*"))))
                .isEqualTo(alone);
    }

    @Test
    void whereJupiterCannotChooseOursComeInOnlyIfThereIsNoOther() {
        assertThat(new ExtensionAutodetection(false, Set.of(INTERCEPTOR, CONDITION)).parameters(users(Map.of())))
                .isEqualTo(Map.of(ENABLED, "true"));
        assertThat(new ExtensionAutodetection(false, Set.of(INTERCEPTOR, CONDITION, OTHER)).parameters(users(Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereTheUserLetsExtensionsInOursComeByThemselves(boolean selective) {
        ExtensionAutodetection some = new ExtensionAutodetection(selective, Set.of(INTERCEPTOR, CONDITION, OTHER));

        assertThat(some.parameters(users(Map.of(ENABLED, "true")))).isEmpty();
        assertThat(some.parameters(users(Map.of(ENABLED, "true", EXCLUDE, "com.*"))))
                .isEmpty();
        assertThat(some.parameters(users(Map.of(ENABLED, "true", INCLUDE, "com.*, org.*"))))
                .isEqualTo(Map.of(INCLUDE, "com.*, org.*," + OURS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereNothingCanBeFoundNothingIsSet(boolean selective) {
        assertThat(new ExtensionAutodetection(selective, Set.of()).parameters(users(Map.of())))
                .isEmpty();
    }

    @Test
    void thisJvmHasAnOldJupiterAndOurExtensionsAlone() {
        assertThat(ExtensionAutodetection.ofThisJvm())
                .isEqualTo(new ExtensionAutodetection(false, Set.of(INTERCEPTOR, CONDITION)));
    }

    @Test
    void aJvmWithoutJupiterHasNothing() throws Exception {
        // None of the classes that would need Jupiter.
        URL ours = ExtensionAutodetection.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        URL platform = ConfigurationParameters.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        try (URLClassLoader bare = new URLClassLoader(new URL[] {ours, platform}, null)) {
            Thread.currentThread().setContextClassLoader(bare);
            var method = bare.loadClass(ExtensionAutodetection.class.getName()).getDeclaredMethod("ofThisJvm");
            method.setAccessible(true);

            assertThat(method.invoke(null)).hasToString("ExtensionAutodetection[selective=false, found=[]]");
        }
    }

    private LauncherRun run(Map<String, String> parameters) {
        List<RecordedTest> tests = LauncherRun.of(BodySamples.Timed.class).found().stream()
                .filter(test -> test.methodName().equals("plain"))
                .toList();
        BodyTimes bodyTimes = new BodyTimes(System::nanoTime, boundary -> {});
        BodyTimes.set(bodyTimes);
        return LauncherRun.of(RerunMain.discovery(new Frame.Request(tests, Map.of(), parameters, false)), bodyTimes);
    }

    /** Puts an extension on the class path. */
    private void provide(String extension) throws IOException {
        Path services = Files.createDirectories(classPath.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.junit.jupiter.api.extension.Extension"), extension + "\n");
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {classPath.toUri().toURL()}, loader));
    }

    @Test
    void ourExtensionsAloneAreLetInAndMeasure() {
        TestOutcome outcome = run(Map.of()).outcome("plain");

        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.body()).isNotNull().isLessThanOrEqualTo(outcome.duration());
    }

    @Test
    void anotherExtensionIsNotLetIn() throws IOException {
        provide(BodySamples.Intruder.class.getName());

        TestOutcome outcome = run(Map.of()).outcome("plain");

        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.body()).as("an old Jupiter cannot choose").isNull();
    }

    @Test
    void whatTheUserLetsInStaysIn() throws IOException {
        provide(BodySamples.Intruder.class.getName());

        TestOutcome outcome = run(Map.of(ENABLED, "true")).outcome("plain");

        assertThat(outcome.findFailure().orElseThrow().message()).isEqualTo("let in");
    }

    @Test
    void anExtensionThatCannotBeLoadedDoesNoHarm() throws IOException {
        provide("com.example.Gone");

        TestOutcome outcome = run(Map.of()).outcome("plain");

        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.body()).isNull();
    }
}
