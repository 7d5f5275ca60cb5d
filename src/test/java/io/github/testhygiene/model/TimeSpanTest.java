package io.github.testhygiene.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TimeSpanTest {

    @Property(tries = 200)
    void everyMixtureOfUnitsIsRead(
            @ForAll @IntRange(max = 999_999) int hours,
            @ForAll @IntRange(max = 999_999) int minutes,
            @ForAll @IntRange(max = 999_999) int seconds,
            @ForAll @IntRange(max = 999_999_999) int millis) {
        Duration expected = Duration.ofHours(hours)
                .plusMinutes(minutes)
                .plusSeconds(seconds)
                .plusMillis(millis);
        Assume.that(!expected.isZero());

        assertThat(TimeSpan.parse(hours + "h" + minutes + "m" + seconds + "s" + millis + "ms"))
                .isEqualTo(expected);
        assertThat(TimeSpan.parse(" " + hours + " H " + minutes + " Min " + seconds + " S " + millis + " ms "))
                .isEqualTo(expected);
    }

    @Property(tries = 200)
    void whatJavaWritesIsRead(@ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long nanos) {
        assertThat(TimeSpan.parse(Duration.ofNanos(nanos).toString())).isEqualTo(Duration.ofNanos(nanos));
    }

    @Property(tries = 200)
    void whatIsNoDurationIsRefusedAsSuch(@ForAll String text) {
        Assume.that(!text.strip().matches("(?i)[0-9hms min]*|p.*"));

        assertThatThrownBy(() -> TimeSpan.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void whatIsNearlyADurationIsRefused() {
        assertThat(Stream.of(
                        "",
                        " ",
                        "10",
                        "0s",
                        "0m0s",
                        "-5s",
                        "+5s",
                        "5m1h",
                        "1.5h",
                        "5d",
                        "m",
                        "P",
                        "PT",
                        "PT0S",
                        "PT-5M",
                        "PT9999999999999999999H",
                        "1h 5",
                        "5 5m",
                        "9999999h"))
                .allSatisfy(text -> assertThatThrownBy(() -> TimeSpan.parse(text))
                        .as(text)
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
