package io.github.testhygiene.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.TestEntry;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

class TimingTest {

    private static List<Duration> millis(LongStream values) {
        return values.mapToObj(Duration::ofMillis).toList();
    }

    @Example
    void referenceAndAloneCountToo() {
        Duration alone = Duration.ofMillis(900);
        TestEntry.Durations durations =
                Durations.summarize(Duration.ofMillis(40), alone, List.of(alone), millis(LongStream.of(40, 60, 50)));

        assertThat(durations).isEqualTo(new TestEntry.Durations(40L, 50, 900, 900, 900L, 3));
    }

    @Example
    void startingTheJvmAccusesNobody() {
        List<Duration> cold = millis(LongStream.of(3_000, 2_000, 2_500));

        assertThat(Durations.summarize(null, null, cold, millis(LongStream.of(60)))
                        .medianMillis())
                .isEqualTo(60);
        assertThat(Durations.summarize(null, null, cold, List.of()).medianMillis())
                .isEqualTo(2_500);
    }

    @Example
    void percentilesAreByNearestRank() {
        TestEntry.Durations durations =
                Durations.summarize(null, null, List.of(), millis(LongStream.rangeClosed(1, 100)));

        assertThat(durations).isEqualTo(new TestEntry.Durations(null, 50, 95, 100, null, 100));
    }

    @Example
    void whatNeverRanHasNoTime() {
        assertThat(Durations.summarize(null, null, List.of(), List.of()))
                .isEqualTo(new TestEntry.Durations(null, 0, 0, 0, null, 0));
    }

    @Example
    void halfAMillisecondIsRoundedUp() {
        assertThat(Durations.summarize(null, null, List.of(), List.of(Duration.ofNanos(1_500_000)))
                        .medianMillis())
                .isEqualTo(2);
        assertThat(Durations.summarize(null, null, List.of(), List.of(Duration.ofNanos(1_499_999)))
                        .medianMillis())
                .isEqualTo(1);
    }

    @Example
    void aNegativeDurationIsRefused() {
        assertThatThrownBy(() -> Durations.summarize(null, null, List.of(), List.of(Duration.ofMillis(-1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void timesAreMeasuredOnesAndInOrder(@ForAll @NotEmpty List<@LongRange(min = 0, max = 1_000_000) Long> values) {
        List<Duration> all = values.stream().map(Duration::ofMillis).toList();
        TestEntry.Durations durations = Durations.summarize(all.get(0), null, List.of(), all);

        assertThat(values).contains(durations.medianMillis(), durations.p95Millis(), durations.maxMillis());
        assertThat(durations.medianMillis()).isLessThanOrEqualTo(durations.p95Millis());
        assertThat(durations.p95Millis()).isLessThanOrEqualTo(durations.maxMillis());
        long below = values.stream()
                .filter(value -> value < durations.medianMillis())
                .count();
        long above = values.stream()
                .filter(value -> value > durations.medianMillis())
                .count();
        assertThat(below * 2).isLessThan(values.size());
        assertThat(above * 2).isLessThanOrEqualTo(values.size());
    }

    @Property
    void oneNoisyRunOutOfThreeAccusesNobody(
            @ForAll @LongRange(min = 50, max = 500) long one,
            @ForAll @LongRange(min = 50, max = 500) long other,
            @ForAll @LongRange(min = 0, max = 1_000_000) long noisy) {
        TestEntry.Durations durations =
                Durations.summarize(null, null, List.of(), millis(LongStream.of(one, noisy, other)));

        assertThat(BudgetCheck.classify(Duration.ofMillis(durations.medianMillis()), TimeLimits.DEFAULTS))
                .isEqualTo(Budget.WITHIN);
    }

    @Example
    void theLimitsThemselvesAreWithin() {
        assertThat(BudgetCheck.classify(Duration.ofMillis(49), TimeLimits.DEFAULTS))
                .isEqualTo(Budget.UNDER);
        assertThat(BudgetCheck.classify(Duration.ofMillis(50), TimeLimits.DEFAULTS))
                .isEqualTo(Budget.WITHIN);
        assertThat(BudgetCheck.classify(Duration.ofMillis(500), TimeLimits.DEFAULTS))
                .isEqualTo(Budget.WITHIN);
        assertThat(BudgetCheck.classify(Duration.ofMillis(501), TimeLimits.DEFAULTS))
                .isEqualTo(Budget.OVER);
    }

    @Example
    void limitsThatContradictEachOtherAreRefused() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new TimeLimits(second, Duration.ofMillis(999), second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("testFloor PT1S is above testBudget PT0.999S");
        assertThatThrownBy(() -> new TimeLimits(Duration.ZERO, second, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeLimits(second, second, second.negated()))
                .hasMessage("suiteBudget is not positive: PT-1S");
    }
}
