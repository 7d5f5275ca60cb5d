package io.github.testhygiene.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.testhygiene.fixture.Signals;
import io.github.testhygiene.model.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ShutdownTest {

    private final List<String> ended = Collections.synchronizedList(new ArrayList<>());
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final Shutdown shutdown = Shutdown.begin(warnings::add);

    @Test
    void phasesRunInTheirOrderAndOnce() {
        List<ShutdownPhase> reversed = new ArrayList<>(List.of(ShutdownPhase.values()));
        Collections.reverse(reversed);
        reversed.forEach(phase -> shutdown.register(phase, "it", () -> ended.add(phase.name())));

        shutdown.close();
        shutdown.close();

        assertThat(ended).containsExactly("RUNS", "REPORT", "RECORDING", "DATABASES", "SERVERS", "FILES");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aStepThatFailsKeepsNoOtherFromRunning() {
        shutdown.register(ShutdownPhase.RUNS, "the run", () -> {
            throw new NoClassDefFoundError("closed");
        });
        shutdown.register(ShutdownPhase.RUNS, "the other run", () -> ended.add("other run"));
        shutdown.register(ShutdownPhase.SERVERS, "the server", () -> ended.add("server"));

        shutdown.close();

        assertThat(ended).containsExactly("other run", "server");
        assertThat(warnings).singleElement().asString().contains("The end of the run failed", "closed");
    }

    @Test
    void aStepThatWasCancelledIsForgotten() {
        shutdown.register(ShutdownPhase.RUNS, "it", () -> ended.add("it")).cancel();

        shutdown.close();

        assertThat(ended).isEmpty();
    }

    @Test
    void whatIsStartedTooLateIsEndedAtOnce() {
        shutdown.close();

        assertThatThrownBy(() -> shutdown.register(ShutdownPhase.SERVERS, "it", () -> ended.add("it")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The build is ending");
        assertThat(ended).containsExactly("it");
    }

    @Test
    void aSecondCallerWaitsForTheFirst() throws InterruptedException {
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        shutdown.register(ShutdownPhase.RUNS, "it", () -> {
            ending.countDown();
            await(goOn);
            ended.add("it");
        });
        Thread first = new Thread(shutdown::close);
        first.start();
        ending.await();
        Thread second = new Thread(() -> {
            shutdown.close();
            ended.add("second");
        });
        second.start();
        goOn.countDown();
        first.join();
        second.join();

        assertThat(ended).containsExactly("it", "second");
    }

    @Test
    void anInterruptedThreadEndsEverythingAndStaysInterrupted() {
        shutdown.register(ShutdownPhase.FILES, "it", () -> ended.add("it"));
        Thread.currentThread().interrupt();

        shutdown.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).containsExactly("it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    @DisabledOnOs(OS.WINDOWS)
    void aSignalRunsAllPhasesThoughOneHangs(String signal) throws Exception {
        assumeFalse(Signals.isIgnored(signal), "this JVM's children do not get SIG" + signal);
        Process jvm = start(Interrupted.class);
        try (BufferedReader lines = lines(jvm)) {
            assertThat(lines.readLine()).isEqualTo("ready");

            Signals.send(signal, jvm);
            assertThat(jvm.waitFor(2, TimeUnit.MINUTES)).isTrue();

            assertThat(lines.lines())
                    .containsExactly(
                            "The end of what hangs took too long and was not awaited.",
                            "report",
                            "The end of the server failed: java.lang.IllegalStateException: gone",
                            "files");
        } finally {
            jvm.destroyForcibly();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void databasesOfAnInterruptedBuildDoNotWaitForItsReport() throws Exception {
        Process jvm = start(Reporting.class);
        try (BufferedReader lines = lines(jvm)) {
            assertThat(lines.readLine()).isEqualTo("ready");

            Signals.send("TERM", jvm);
            assertThat(jvm.waitFor(2, TimeUnit.MINUTES)).isTrue();

            assertThat(lines.lines())
                    .containsExactly("databases", "The end of the report took too long and was not awaited.", "server");
        } finally {
            jvm.destroyForcibly();
        }
    }

    @Test
    void aJvmThatLivesOnKeepsNoHook() throws Exception {
        Process jvm = start(LivesOn.class, "--add-opens", "java.base/java.lang=ALL-UNNAMED");
        try (BufferedReader lines = lines(jvm)) {
            assertThat(lines.lines()).containsExactly("[test-hygiene-end]", "[]");
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static Process start(Class<?> main, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader lines(Process jvm) {
        return new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Registers a step that hangs, one that fails, and others, and waits to be ended. */
    static final class Interrupted {

        private Interrupted() {}

        public static void main(String[] args) throws Exception {
            Shutdown shutdown = Shutdown.begin(System.out::println);
            shutdown.register(ShutdownPhase.FILES, "the files", () -> System.out.println("files"));
            shutdown.register(ShutdownPhase.SERVERS, "the server", () -> {
                throw new IllegalStateException("gone");
            });
            shutdown.register(ShutdownPhase.REPORT, "the report", () -> System.out.println("report"));
            shutdown.register(ShutdownPhase.RUNS, "what hangs", () -> await(new CountDownLatch(1)));
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    /** Registers a report that hangs, and what ends before and after it, and waits to be ended. */
    static final class Reporting {

        private Reporting() {}

        public static void main(String[] args) throws Exception {
            Shutdown shutdown = Shutdown.begin(System.out::println);
            shutdown.register(ShutdownPhase.SERVERS, "the server", () -> System.out.println("server"));
            shutdown.register(ShutdownPhase.DATABASES, "the databases", () -> System.out.println("databases"));
            shutdown.register(ShutdownPhase.REPORT, "the report", () -> await(new CountDownLatch(1)));
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    /** Ends a session in a JVM that goes on, as Maven's daemon does. */
    static final class LivesOn {

        private LivesOn() {}

        public static void main(String[] args) throws Exception {
            Shutdown shutdown = Shutdown.begin(System.out::println);
            System.out.println(hooks());
            shutdown.close();
            System.out.println(hooks());
        }

        private static List<String> hooks() throws ReflectiveOperationException {
            var hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            hooks.setAccessible(true);
            return ((java.util.Map<?, ?>) hooks.get(null))
                    .keySet().stream().map(each -> ((Thread) each).getName()).toList();
        }
    }
}
