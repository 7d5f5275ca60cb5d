package io.github.testhygiene.rerun.run;

import static io.github.testhygiene.rerun.run.RerunFixture.recipe;
import static io.github.testhygiene.rerun.run.RerunFixture.request;
import static io.github.testhygiene.rerun.run.RerunFixture.runner;
import static io.github.testhygiene.rerun.run.RerunFixture.segment;
import static io.github.testhygiene.rerun.run.RerunFixture.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.rerun.launch.ForkPlaces;
import io.github.testhygiene.rerun.run.RerunFixture.Clones;
import io.github.testhygiene.rerun.samples.RerunSamples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that do not end by themselves. */
@Timeout(300)
class StoppedRunTest {

    private static final RunRequest HANGING = request(segment(RerunSamples.Hanging.class, "hangs"));

    @TempDir
    private Path folder;

    private final Clones clones = new Clones();
    private ServerSocket signals;

    @BeforeEach
    void listen() throws IOException {
        signals = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        signals.close();
    }

    private LaunchRecipe hanging() {
        return recipe(Map.of("sample.port", Integer.toString(signals.getLocalPort())));
    }

    private void assertNothingIsLeft() {
        assertThat(clones.givenBack).isEqualTo(clones.taken).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    /** The process holds its end of the connection as long as it lives. */
    private static void assertEnded(Socket connection) throws IOException {
        assertThat(connection.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aTestThatTakesTooLongIsEndedWithItsProcess() throws IOException {
        Duration limit = Duration.ofSeconds(10);

        RunResult result = runner(hanging(), clones, folder, limit).run(HANGING);

        assertThat(result.exit())
                .isEqualTo(new RunExit.TimedOut(
                        limit, test(RerunSamples.Hanging.class, "hangs").id()));
        assertThat(result.outcomes()).isEmpty();
        try (Socket connection = signals.accept()) {
            assertThat(connection.getInputStream().read()).isEqualTo(1);
            assertEnded(connection);
        }
        assertNothingIsLeft();
    }

    @Test
    void aServerThatMakesNoDatabaseInTimeHoldsNobody() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch returned = new CountDownLatch(1);
        Clones slow = new Clones() {
            @Override
            public DatabaseCoordinates take() {
                awaitUninterruptibly(answered);
                return super.take();
            }

            @Override
            public void giveBack(DatabaseCoordinates clone) {
                super.giveBack(clone);
                returned.countDown();
            }
        };

        RunResult result = runner(hanging(), slow, folder, RerunFixture.LONG, Duration.ofMillis(300))
                .run(HANGING);

        assertThat(result.exit())
                .isEqualTo(new RunExit.NoAnswer("the time budget ended while it waited for its database or its JVM"));
        assertThat(slow.taken).isEmpty();

        // What comes too late is not used, and goes back.
        answered.countDown();
        returned.await();
        assertThat(slow.givenBack).isEqualTo(slow.taken).hasSize(1);
    }

    /** As a driver waits for an answer: whoever interrupts the thread does not end it. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    @Test
    void anEndOfTheBudgetIsNotTheTestsFault() {
        RunResult result = runner(hanging(), clones, folder, RerunFixture.LONG, Duration.ofSeconds(2))
                .run(HANGING);

        assertThat(result.exit()).isEqualTo(new RunExit.NoAnswer("the time budget ended while it ran"));
        assertNothingIsLeft();
    }

    @Test
    void afterTheBudgetNoCloneIsTakenAndNoJvmLaunched() {
        TimeBudget over = new TimeBudget(Duration.ofMinutes(1), System::nanoTime);
        over.end();
        LaunchRecipe recipe = recipe(Map.of());
        ForkedTestRunner runner = new ForkedTestRunner(
                RerunFixture.recording(recipe),
                clones,
                new ForkPlaces(RerunFixture.pluginClasses(), folder, List.of()),
                new RunLimits(RerunFixture.recording(recipe), RerunFixture.LONG),
                over,
                BodyObserver.NONE);

        RunResult result = runner.run(request(segment(RerunSamples.Good.class, "one")));

        assertThat(result.exit()).isEqualTo(new RunExit.NoAnswer("the time budget ended before it ran"));
        assertThat(clones.taken).isEmpty();
    }

    @Test
    void anInterruptEndsARunThatIsUnderWay() throws Exception {
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            result.complete(runner(hanging(), clones, folder, RerunFixture.LONG).run(HANGING));
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        try (Socket connection = signals.accept()) {
            assertThat(connection.getInputStream().read()).isEqualTo(1);
            thread.interrupt();

            assertThat(result.get().exit()).isEqualTo(new RunExit.NoAnswer("the build was interrupted"));
            assertThat(stillInterrupted.get()).isTrue();
            assertEnded(connection);
        }
        assertNothingIsLeft();
    }

    @Test
    void theEndOfTheBuildEndsARunThatIsUnderWayAndStartsNoOther() throws Exception {
        Path own = folder.resolve("runs");
        ForkedTestRunner runner = runner(hanging(), clones, own, RerunFixture.LONG);
        CompletableFuture<RunResult> result = CompletableFuture.supplyAsync(() -> runner.run(HANGING));
        try (Socket connection = signals.accept()) {
            assertThat(connection.getInputStream().read()).isEqualTo(1);
            runner.close();

            assertEnded(connection);
            assertThat(result.get().exit()).isEqualTo(new RunExit.NoAnswer("the build was interrupted"));
        }
        assertThat(clones.givenBack).isEqualTo(clones.taken).hasSize(1);

        runner.close();
        assertThat(runner.run(HANGING).exit()).isEqualTo(new RunExit.NoAnswer("the build was interrupted"));
        assertThat(clones.taken).hasSize(1);
        assertThat(own).doesNotExist();
    }

    @Test
    void anInterruptEndsARunThatStarts() throws Exception {
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        Clones interrupting = new Clones() {
            @Override
            public DatabaseCoordinates take() {
                Thread.currentThread().interrupt();
                return super.take();
            }
        };
        new Thread(() -> result.complete(runner(hanging(), interrupting, folder, RerunFixture.LONG)
                        .run(HANGING)))
                .start();

        assertThat(result.get().exit()).isEqualTo(new RunExit.NoAnswer("the build was interrupted"));
        assertThat(interrupting.givenBack).isEqualTo(interrupting.taken).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutACloneThereIsNoRunAndNoFolder() {
        Clones none = new Clones() {
            @Override
            public DatabaseCoordinates take() {
                throw new ProblemException(new Problem("No disk space.", "Make room."));
            }
        };

        RunResult result = runner(hanging(), none, folder, RerunFixture.LONG).run(HANGING);

        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.NoAnswer.class, exit -> assertThat(exit.reason())
                .contains("No disk space."));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCloneThatCannotBeDroppedDoesNotTakeTheAnswerAway() {
        Clones stuck = new Clones() {
            @Override
            public void giveBack(DatabaseCoordinates clone) {
                throw new ProblemException(new Problem("It is in use.", "Wait."));
            }
        };

        RunResult result = runner(recipe(Map.of()), stuck, folder, RerunFixture.LONG)
                .run(request(segment(RerunSamples.Good.class, "one")));

        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(result.outcomes()).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }
}
