package io.github.testhygiene.rerun.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.plan.TimeBudget;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BudgetedWaitTest {

    private final TimeBudget budget = new TimeBudget(Duration.ofHours(1), System::nanoTime);
    private final BudgetedWait within = new BudgetedWait(budget, Duration.ofMillis(10));

    @Test
    void workInTimeGivesItsResult() {
        assertThat(within.<String>call(() -> "done", () -> "late")).isEqualTo("done");
    }

    @Test
    void workThatFailsFailsAsIfItWereOurOwn() {
        assertThatThrownBy(() -> within.<String>call(
                        () -> {
                            throw new IllegalArgumentException("bad");
                        },
                        () -> "late"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bad");
    }

    @Test
    void workIsNotAwaitedWhenTheBudgetIsOverButGoesOn() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch cleanedUp = new CountDownLatch(1);
        budget.end();

        String result = within.call(
                () -> {
                    try {
                        answer.await();
                        cleanedUp.countDown();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "done";
                },
                () -> "late");

        assertThat(result).isEqualTo("late");
        answer.countDown();
        cleanedUp.await();
    }

    @Test
    void anInterruptReachesTheWorkAndStays() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        within.call(
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        seen.countDown();
                    }
                    return "ended";
                },
                () -> "late");

        assertThat(Thread.interrupted()).isTrue();
        seen.await();
    }
}
