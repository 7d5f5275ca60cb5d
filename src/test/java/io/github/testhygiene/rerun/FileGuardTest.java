package io.github.testhygiene.rerun;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.Observed;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs find the module's files as the first test found them. */
class FileGuardTest {

    private static final RecordedTest WRITER = test("shop.ExportIT", "writes");
    private static final RecordedTest READER = test("shop.ImportIT", "reads");

    @TempDir
    private Path module;

    private final List<String> warnings = new ArrayList<>();
    private FileGuard guard;

    @BeforeEach
    void watch() throws IOException {
        write("src/test/resources/prices.csv", "cup;5");
        guard = new FileGuard(module, module.resolve("target/test-hygiene/files"), Set.of(), warnings::add);
        guard.beforeTests();
        // The user's own run.
        write("target/own.csv", "written by the user's run");
        guard.beforeRuns();
    }

    @AfterEach
    void end() {
        guard.close();
    }

    @Test
    void theUsersRunIsUndoneForTheRunsAndComesBackAtTheEnd() throws IOException {
        assertThat(module.resolve("target/own.csv")).doesNotExist();

        guard.close();

        assertThat(module.resolve("target/own.csv")).hasContent("written by the user's run");
        assertThat(module.resolve("target/test-hygiene/files")).doesNotExist();
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatARunChangesIsPutBackBeforeTheNext() {
        run(WRITER, Experiment.NONE, () -> {
            write("src/test/resources/prices.csv", "cup;6");
            write("target/out/orders.csv", "one");
        });

        assertThat(module.resolve("src/test/resources/prices.csv")).hasContent("cup;5");
        assertThat(module.resolve("target/out")).doesNotExist();
    }

    @Test
    void anObservedRunNamesItsFiles() {
        RunResult result = run(WRITER, Experiment.OBSERVED, () -> write("target/orders.csv", "one"));

        Observed observed = result.observed();
        assertThat(observed).isNotNull();
        assertThat(observed.traces())
                .extracting(LeakTrace::kind, LeakTrace::name)
                .containsExactly(tuple(LeakTrace.Kind.FILE, "target/orders.csv"));
    }

    @Test
    void aRunBesideOneThatChangedFilesIsRepeatedByItself() throws Exception {
        CountDownLatch readerStarted = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger sawIt = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<RunResult> reader = threads.submit(() -> run(READER, Experiment.NONE, () -> {
                readerStarted.countDown();
                if (reads.incrementAndGet() == 1) {
                    await(written);
                }
                sawIt.set(Files.exists(module.resolve("target/orders.csv")) ? 1 : 0);
            }));
            Future<RunResult> writer = threads.submit(() -> run(WRITER, Experiment.NONE, () -> {
                await(readerStarted);
                write("target/orders.csv", "one");
                written.countDown();
            }));
            reader.get();
            writer.get();
        } finally {
            threads.shutdownNow();
        }

        assertThat(reads).hasValue(2);
        assertThat(sawIt).hasValue(0);
    }

    @Test
    void whatOthersWriteWhileNothingRunsIsLeftAlone() {
        write("data/log.0", "a server's");
        write("data/log.1", "a server's");
        write("data/log.2", "a server's");

        run(READER, Experiment.NONE, () -> write("data/log.3", "a server's"));

        assertThat(module.resolve("data/log.0")).hasContent("a server's");
        assertThat(module.resolve("data/log.3")).hasContent("a server's");
    }

    @Test
    void theFilesOfAServerAreNeverTouched() {
        run(WRITER, Experiment.NONE, () -> {
            write("data/PG_VERSION", "18");
            write("data/base/1", "rows");
        });

        assertThat(module.resolve("data/base/1")).hasContent("rows");
    }

    private RunResult run(RecordedTest test, Experiment experiment, Runnable work) {
        TestRunner runner = request -> {
            work.run();
            return RunResult.of(new RunExit.Completed(), List.of(), Duration.ofSeconds(1));
        };
        return guard.guard(runner)
                .run(new RunRequest(
                        test.shortName(),
                        RunKind.ALONE,
                        List.of(new RunRequest.Segment(0, List.of(test))),
                        experiment));
    }

    private void write(String name, String content) {
        Path file = module.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
