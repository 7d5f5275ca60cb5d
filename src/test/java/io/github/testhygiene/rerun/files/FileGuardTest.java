package io.github.testhygiene.rerun.files;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.testhygiene.model.FileMode;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeftFiles;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.ObservedRun;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import java.io.IOException;
import java.io.OutputStream;
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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What re-runs leave in the build directory is undone; nothing else is touched. */
@EnabledOnOs(OS.LINUX) // elsewhere it is not known which files are open, so that nothing is undone
class FileGuardTest {

    private static final RecordedTest WRITER = test("shop.ExportIT", "writes");
    private static final RecordedTest READER = test("shop.ImportIT", "reads");
    private static final RecordedTest OTHER = test("shop.OrderIT", "orders");

    @TempDir
    private Path module;

    private final List<String> warnings = new ArrayList<>();
    private FileGuard guard;

    @BeforeEach
    void watch() throws IOException {
        write("docs/guide.md", "old");
        write("src/main/resources/application.properties", "port=1");
        write("src/test/resources/prices.csv", "cup;5");
        write("build/before.txt", "before");
        guard = guard();
        guard.beforeTests();
        // The user's own run.
        write("build/own.csv", "written by the user's run");
        write("build/out/own.csv", "written by the user's run");
        write("build/before.txt", "changed by the user's run");
        write("build/failsafe-reports/failsafe-summary.xml", "<ok/>");
        write("build/test-classes/own.txt", "written by the user's run");
        guard.beforeRuns(KilledBuild.recording(List.of(WRITER, READER, OTHER)));
    }

    private FileGuard guard() {
        return new FileGuard(
                new FilePlaces(
                        module,
                        module.resolve("build"),
                        module.resolve("build/test-hygiene/files"),
                        List.of(module.resolve("build/classes"), module.resolve("build/test-classes")),
                        Set.of(module.resolve("build/test-hygiene"))),
                FileMode.KEEP,
                warnings::add);
    }

    @AfterEach
    void end() {
        guard.close();
    }

    @Test
    void whereNothingCanBeCopiedTheBuildDirectoryIsWatchedAndIsNoSourceTree() throws IOException {
        guard.close();
        warnings.clear();
        Path taken = Files.createFile(module.resolve("build/taken"));
        guard = new FileGuard(
                new FilePlaces(module, module.resolve("build"), taken.resolve("files"), List.of(), Set.of(taken)),
                FileMode.KEEP,
                warnings::add);
        guard.beforeTests();
        write("build/out/own.csv", "written by the user's next run");
        guard.beforeRuns(KilledBuild.recording(List.of(WRITER, READER)));

        run(WRITER, () -> write("build/out/own.csv", "written by a re-run"));
        run(READER, () -> {});

        assertThat(warnings).hasSize(1);
        assertThat(guard.leftFiles()).isEmpty();
        assertThat(guard.changedByUnknown()).isEmpty();
        assertThat(guard.doubt(READER.id()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("build/out/own.csv"));
    }

    @Test
    void theUsersRunIsUndoneForTheRunsAndComesBackAtTheEnd() throws IOException {
        assertThat(module.resolve("build/own.csv")).doesNotExist();
        assertThat(module.resolve("build/out")).doesNotExist();
        assertThat(module.resolve("build/before.txt")).hasContent("before");
        assertThat(module.resolve("build/failsafe-reports/failsafe-summary.xml"))
                .hasContent("<ok/>");
        assertThat(module.resolve("build/test-classes/own.txt")).exists();

        guard.close();
        guard.close();

        assertThat(module.resolve("build/own.csv")).hasContent("written by the user's run");
        assertThat(module.resolve("build/out/own.csv")).hasContent("written by the user's run");
        assertThat(module.resolve("build/before.txt")).hasContent("changed by the user's run");
        assertThat(module.resolve("build/test-hygiene/files")).doesNotExist();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aPersonsWorkStaysWheneverItIsDone() throws IOException {
        write("docs/guide.md", "new");
        run(READER, () -> {
            write("src/main/resources/application.properties", "port=2");
            write("src/main/resources/db/V2.sql", "CREATE TABLE more ()");
            write("build/classes/Shop.class", "compiled by an editor");
            write("build/generated-sources/Shop.java", "generated by an editor");
        });
        write("NOTES.md", "remember");
        run(WRITER, () -> delete("src/test/resources/prices.csv"));
        run(READER, () -> write("docs/guide.md", "newest"));

        guard.close();

        assertThat(module.resolve("docs/guide.md")).hasContent("newest");
        assertThat(module.resolve("src/main/resources/application.properties")).hasContent("port=2");
        assertThat(module.resolve("src/main/resources/db/V2.sql")).exists();
        assertThat(module.resolve("NOTES.md")).hasContent("remember");
        assertThat(module.resolve("src/test/resources/prices.csv")).doesNotExist();
        assertThat(module.resolve("build/classes/Shop.class")).exists();
        assertThat(module.resolve("build/generated-sources/Shop.java")).exists();
        assertThat(warnings).isEmpty();
        assertThat(guard.leftFiles()).isEmpty();
        assertThat(guard.changedByUnknown()).contains("docs/guide.md", "NOTES.md", "src/main/resources/db/V2.sql");
        assertThat(guard.doubt(READER.id()).orElseThrow()).contains("NOTES.md", "<files>copy</files>");
        assertThat(guard.doubt(OTHER.id())).isEmpty();
    }

    @Test
    void whatTheUsersRunAndARunLeaveIsUndoneBeforeTheNext() {
        run(WRITER, () -> {
            write("build/own.csv", "one");
            write("build/before.txt", "one");
        });

        assertThat(module.resolve("build/own.csv")).doesNotExist();
        assertThat(module.resolve("build/before.txt")).hasContent("before");
        assertThat(guard.doubt(READER.id())).isEmpty();
    }

    @Test
    void whatOneRunLeftMayBeAnothersAndIsUndoneWhenASecondRunHasLeftIt() {
        run(WRITER, () -> write("build/orders-17112233.csv", "one"));

        assertThat(module.resolve("build/orders-17112233.csv")).exists();

        run(READER, () -> {});
        assertThat(guard.doubt(READER.id())).isPresent();

        run(WRITER, () -> write("build/orders-17112244.csv", "one"));

        assertThat(module.resolve("build/orders-17112233.csv")).doesNotExist();
        assertThat(module.resolve("build/orders-17112244.csv")).doesNotExist();
    }

    @Test
    void whatOthersWriteWhileNothingRunsIsNeverUndone() {
        run(WRITER, () -> write("build/data/state", "one"));
        write("build/data/state", "another program's");
        run(WRITER, () -> write("build/data/state", "two"));
        run(WRITER, () -> write("build/data/state", "three"));

        assertThat(module.resolve("build/data/state")).hasContent("three");
    }

    @Test
    void whatAnotherProgramHasWrittenInPlaceOfAKeptFileStaysAndTheCopyToo() throws IOException {
        write("build/own.csv", "another program's");
        run(READER, () -> {});

        guard.close();

        assertThat(module.resolve("build/own.csv")).hasContent("another program's");
        assertThat(module.resolve("build/out/own.csv")).hasContent("written by the user's run");
        assertThat(warnings).singleElement().asString().contains("own.csv", "is kept as");
    }

    @Test
    void aFileThatAProcessHasOpenStays() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
        try (OutputStream open = Files.newOutputStream(module.resolve("build/open.txt"))) {
            run(WRITER, () -> write("build/open.txt", "one"));
            run(WRITER, () -> write("build/open.txt", "two"));
            assertThat(module.resolve("build/open.txt")).exists();
            open.flush();
        }
    }

    @Test
    void aBuildDirectoryThatIsALinkIsWatchedAndUndone() throws IOException {
        Path other = Files.createDirectories(module.resolve("other"));
        Path disk = Files.createDirectories(module.resolve("disk"));
        Files.createSymbolicLink(other.resolve("target"), disk);
        Path linked = Files.createSymbolicLink(module.resolve("linked"), other);
        try (FileGuard ofLink = new FileGuard(KilledBuild.places(linked), FileMode.KEEP, warnings::add)) {
            ofLink.beforeTests();
            write("disk/own.csv", "written by the user's run");
            ofLink.beforeRuns(KilledBuild.recording(List.of(WRITER)));
            assertThat(disk.resolve("own.csv")).doesNotExist();
            write("other/NOTES.md", "a person's");
        }
        assertThat(disk.resolve("own.csv")).hasContent("written by the user's run");
        assertThat(other.resolve("NOTES.md")).exists();
        assertThat(warnings).isEmpty();
    }

    @Test
    void theNextBuildRestoresWhatABuildKeptThatWasKilled() throws Exception {
        Path other = Files.createDirectories(module.resolve("other"));
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        KilledBuild.classPath(),
                        KilledBuild.class.getName(),
                        other.toString())
                .inheritIO()
                .start();
        assertThat(killed.waitFor()).isEqualTo(KilledBuild.KILLED);
        assertThat(other.resolve("target/own.csv")).doesNotExist();

        FileGuard next = new FileGuard(KilledBuild.places(other), FileMode.KEEP, warnings::add);
        next.prepare();

        assertThat(other.resolve("target/own.csv")).hasContent("written by the user's run");
        assertThat(other.resolve("target/deep/own.csv")).hasContent("written by the user's run");
        assertThat(warnings).isEmpty();
        next.beforeTests();
        next.close();
        assertThat(other.resolve("target/test-hygiene/files")).doesNotExist();
    }

    @Test
    void aTestThatLeavesFilesOutsideIsNamedWhenEachOfItsRunsDoesSo() {
        run(WRITER, () -> write("exports/orders.csv", "one"));
        assertThat(guard.leftFiles()).isEmpty();

        run(READER, () -> {});
        run(WRITER, () -> write("exports/orders.csv", "one"));
        run(READER, () -> write("NOTES.md", "a person's"));

        assertThat(guard.leftFiles()).containsExactly(new LeftFiles(WRITER.id(), List.of("exports/orders.csv")));
        assertThat(guard.changedByUnknown()).contains("NOTES.md").doesNotContain("exports/orders.csv");
        assertThat(guard.doubt(READER.id()).orElseThrow()).contains("exports/orders.csv");
    }

    @Test
    void anObservedRunNamesItsFiles() {
        RunResult result = run(WRITER, Experiment.OBSERVED, () -> write("build/orders.csv", "one"));

        ObservedRun observed = result.observed();
        assertThat(observed).isNotNull();
        assertThat(observed.traces())
                .extracting(LeakTrace::kind, LeakTrace::name)
                .containsExactly(tuple(LeakTrace.Kind.FILE, "build/orders.csv"));
    }

    @Test
    void aRunBesideOneThatChangedFilesIsRepeatedByItselfAndNobodyJoinsIt() throws Exception {
        CountDownLatch readerStarted = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch repeated = new CountDownLatch(1);
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger running = new AtomicInteger();
        List<String> seen = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<RunResult> reader = threads.submit(() -> run(READER, () -> {
                running.incrementAndGet();
                if (reads.incrementAndGet() == 1) {
                    readerStarted.countDown();
                    await(written);
                } else {
                    repeated.countDown();
                    // The third run is asked for now, and must not begin.
                    seen.add(running.get() + " run, file " + Files.exists(module.resolve("build/own.csv")));
                }
                running.decrementAndGet();
            }));
            Future<RunResult> writer = threads.submit(() -> run(WRITER, () -> {
                await(readerStarted);
                write("build/own.csv", "one");
                written.countDown();
            }));
            Future<RunResult> other = threads.submit(() -> {
                await(repeated);
                return run(OTHER, () -> {
                    running.incrementAndGet();
                    running.decrementAndGet();
                });
            });
            reader.get();
            writer.get();
            other.get();
        } finally {
            threads.shutdownNow();
        }

        assertThat(reads).hasValueGreaterThan(1);
        assertThat(seen).containsOnly("1 run, file false");
    }

    @Test
    void theFilesOfAServerAreNeverTouched() {
        for (int i = 0; i < 3; i++) {
            run(WRITER, () -> {
                write("build/data/PG_VERSION", "18");
                write("build/data/base/1", "rows");
            });
        }

        assertThat(module.resolve("build/data/base/1")).hasContent("rows");
    }

    private RunResult run(RecordedTest test, Runnable work) {
        return run(test, Experiment.NONE, work);
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
        KilledBuild.write(module, name, content);
    }

    private void delete(String name) {
        try {
            Files.delete(module.resolve(name));
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
