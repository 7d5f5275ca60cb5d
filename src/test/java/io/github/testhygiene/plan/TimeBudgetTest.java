package io.github.testhygiene.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimeBudgetTest {

    @Property(tries = 100)
    void whatIsUsedAndWhatIsLeftMakeTheWhole(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long total,
            @ForAll @LongRange(min = 0, max = 2_000_000_000_000L) long used,
            @ForAll long startOfTheClock) {
        AtomicLong clock = new AtomicLong(startOfTheClock);
        TimeBudget budget = new TimeBudget(Duration.ofNanos(total), clock::get);

        clock.addAndGet(used);

        assertThat(budget.total()).isEqualTo(Duration.ofNanos(total));
        assertThat(budget.elapsed()).isEqualTo(Duration.ofNanos(used));
        assertThat(budget.remaining()).isEqualTo(Duration.ofNanos(Math.max(0, total - used)));
        assertThat(budget.isOver()).isEqualTo(used >= total);
    }

    @Example
    void aBudgetOfNothingIsRefused() {
        assertThatThrownBy(() -> new TimeBudget(Duration.ZERO, System::nanoTime))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeBudget(Duration.ofSeconds(-1), System::nanoTime))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
