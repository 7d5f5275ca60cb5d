package io.github.testhygiene.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimeScaleTest {

    @Property
    void everyTimeHasAPlaceAndALongerOneIsNotBelowIt(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long one,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long other) {
        TimeScale scale = TimeScale.over(Math.min(one, other), Math.max(one, other));

        assertThat(scale.share(Math.min(one, other))).isBetween(0.0, scale.share(Math.max(one, other)));
        assertThat(scale.share(Math.max(one, other))).isLessThanOrEqualTo(1);
        assertThat(scale.ticks()).isSorted().doesNotHaveDuplicates().hasSizeBetween(2, 10);
    }

    @Example
    void theAxisIsAsShortAsRoundTimesLetItBe() {
        assertThat(TimeScale.over(12, 1_840).ticks()).isEqualTo(List.of(10L, 100L, 1_000L, 10_000L));
        assertThat(TimeScale.over(0, 0).ticks()).isEqualTo(List.of(1L, 10L));
        assertThat(TimeScale.over(10, 1_000).share(100)).isCloseTo(0.5, within(1e-9));
    }

    @Example
    void anAxisHasALength() {
        assertThatThrownBy(() -> new TimeScale(List.of(1L))).isInstanceOf(IllegalArgumentException.class);
    }
}
