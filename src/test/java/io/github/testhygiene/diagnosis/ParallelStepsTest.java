package io.github.testhygiene.diagnosis;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelStepsTest {

    private static ParallelSteps sideBySide(int workers) {
        return new ParallelSteps(workers, () -> {
            throw new AssertionError("nobody interrupts");
        });
    }

    private static RunRequest run(RunKind kind, Experiment experiment) {
        return new RunRequest("run", kind, List.of(new Segment(0, List.of(test("ShopIT", "sells")))), experiment);
    }

    @Test
    void searchesGoOnAtTheSameTime() {
        MachineScheduler turns = new MachineScheduler();
        // Neither gets past it before both are there.
        CyclicBarrier both = new CyclicBarrier(2);

        sideBySide(2)
                .forEach(
                        List.of(1, 2),
                        each -> turns.make(run(RunKind.SEARCH, Experiment.NONE), () -> {
                            try {
                                return both.await();
                            } catch (InterruptedException | BrokenBarrierException e) {
                                throw new IllegalStateException(e);
                            }
                        }));

        assertThat(both.isBroken()).isFalse();
    }

    @Test
    void whatConfirmsOrIsLookedAtCloselyHasTheMachineForItself() {
        MachineScheduler turns = new MachineScheduler();
        AtomicInteger now = new AtomicInteger();
        Queue<Integer> atTheSameTime = new ConcurrentLinkedQueue<>();
        List<RunRequest> runs = IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0
                        ? run(RunKind.CONFIRM, Experiment.NONE)
                        : run(RunKind.LOCATE, i % 4 == 1 ? Experiment.OBSERVED : Experiment.NONE))
                .toList();

        sideBySide(4)
                .forEach(
                        runs,
                        each -> turns.make(each, () -> {
                            int others = now.getAndIncrement();
                            boolean byItself = each.kind() == RunKind.CONFIRM
                                    || each.experiment().observed();
                            if (byItself) {
                                atTheSameTime.add(others);
                            }
                            Thread.yield();
                            return now.decrementAndGet();
                        }));

        assertThat(atTheSameTime).hasSize(30).containsOnly(0);
    }

    @Test
    void whatIsThrownIsThrownToWhoeverWaits() {
        assertThatThrownBy(() -> sideBySide(2).forEach(List.of(1, 2, 3), each -> {
                    throw new IllegalArgumentException("number " + each);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number 1");
    }

    @Test
    void whatIsThrownIsThrownWhenAllHaveEnded() {
        CountDownLatch thrown = new CountDownLatch(1);
        Queue<Integer> done = new ConcurrentLinkedQueue<>();

        assertThatThrownBy(() -> sideBySide(2).forEach(List.of(1, 2, 3), each -> {
                    if (each == 1) {
                        thrown.countDown();
                        throw new IllegalArgumentException("number 1");
                    }
                    try {
                        thrown.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    done.add(each);
                }))
                .hasMessage("number 1");

        assertThat(done).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void anInterruptEndsTheTimeAndStaysVisible() {
        CountDownLatch timeHasEnded = new CountDownLatch(1);
        Queue<Integer> done = new ConcurrentLinkedQueue<>();
        Thread.currentThread().interrupt();

        new ParallelSteps(2, timeHasEnded::countDown).forEach(List.of(1, 2), each -> {
            try {
                timeHasEnded.await();
                done.add(each);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsExactlyInAnyOrder(1, 2);
    }
}
