package io.github.testhygiene.plan;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunPoolTest {

    private static final RunResult NOTHING = RunResult.of(new RunExit.Completed(), List.of(), Duration.ZERO);

    private final Queue<Integer> started = new ConcurrentLinkedQueue<>();
    private final Queue<CompletedRun> told = new ConcurrentLinkedQueue<>();
    private final RunLog log = new RunLog(new RunListener() {
        @Override
        public void started(int number, RunRequest request) {
            started.add(number);
        }

        @Override
        public void finished(CompletedRun run) {
            told.add(run);
        }
    });

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyRunIsMadeOnce(int workers) {
        List<RunRequest> planned = requests(50);
        Queue<CompletedRun> done = new ConcurrentLinkedQueue<>();

        new RunPool(request -> NOTHING, workers, log)
                .drain(new ConcurrentLinkedQueue<>(planned), () -> true, done::add);

        assertThat(log.runs()).extracting(CompletedRun::request).containsExactlyInAnyOrderElementsOf(planned);
        assertThat(log.runs())
                .extracting(CompletedRun::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
        assertThat(done).containsExactlyInAnyOrderElementsOf(log.runs());
        assertThat(told).containsExactlyInAnyOrderElementsOf(log.runs());
        assertThat(started).hasSize(50);
    }

    @Test
    void workersRunAtTheSameTime() {
        CyclicBarrier bothAreThere = new CyclicBarrier(2);
        TestRunner runner = request -> {
            try {
                bothAreThere.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            return NOTHING;
        };

        new RunPool(runner, 2, log).drain(new ConcurrentLinkedQueue<>(requests(2)), () -> true, run -> {});

        assertThat(log.runs()).hasSize(2);
    }

    @Test
    void noRunIsBegunOnceItIsTimeToStop() {
        Queue<RunRequest> queue = new ConcurrentLinkedQueue<>(requests(10));
        AtomicInteger left = new AtomicInteger(4);

        new RunPool(request -> NOTHING, 1, log).drain(queue, () -> left.getAndDecrement() > 0, run -> {});

        assertThat(log.runs()).hasSize(4);
        assertThat(queue).hasSize(6);
    }

    @Test
    void whatIsAddedMeanwhileIsMadeToo() {
        Queue<RunRequest> queue = new ConcurrentLinkedQueue<>(requests(1));
        RunRequest late = request("late");

        new RunPool(request -> NOTHING, 1, log).drain(queue, () -> true, run -> {
            if (!run.request().equals(late)) {
                queue.add(late);
            }
        });

        assertThat(log.runs()).extracting(CompletedRun::request).endsWith(late);
    }

    @Test
    void aRunnersMistakeIsNotSwallowed() {
        RunPool pool = new RunPool(
                request -> {
                    throw new IllegalStateException("broken");
                },
                3,
                log);

        assertThatThrownBy(() -> pool.drain(new ConcurrentLinkedQueue<>(requests(5)), () -> true, run -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    @Test
    void aRunnersErrorIsNotSwallowedEither() {
        RunPool pool = new RunPool(
                request -> {
                    throw new LinkageError("broken");
                },
                1,
                log);

        assertThatThrownBy(() -> pool.drain(new ConcurrentLinkedQueue<>(requests(1)), () -> true, run -> {}))
                .hasRootCauseInstanceOf(LinkageError.class);
    }

    @Test
    void atLeastOneWorkerIsNeeded() {
        assertThatThrownBy(() -> new RunPool(request -> NOTHING, 0, log)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theReferenceRunIsNumberOne() {
        log.add(request("reference"), NOTHING);
        CompletedRun made = log.make(request("alone"), request -> NOTHING);

        assertThat(made.number()).isEqualTo(2);
        assertThat(log.runs()).extracting(run -> run.request().label()).containsExactly("reference", "alone");
        assertThat(told).containsExactly(made);
    }

    private static List<RunRequest> requests(int count) {
        return IntStream.range(0, count).mapToObj(i -> request("run-" + i)).toList();
    }

    private static RunRequest request(String label) {
        return new RunRequest(
                label, RunKind.SHUFFLED, List.of(new RunRequest.Segment(0, List.of(test("shop.OrderIT", "a")))));
    }
}
