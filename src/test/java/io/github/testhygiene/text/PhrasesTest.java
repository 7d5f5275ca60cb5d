package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.00 s",
        "1235, 1.24 s",
        "9994, 9.99 s",
        "9995, 10.0 s",
        "59949, 59.9 s",
        "59950, 1 min",
        "252000, 4 min 12 s",
        "300000, 5 min",
        "3599499, 59 min 59 s",
        "3599500, 1 h",
        "3840000, 1 h 4 min",
        "9223372036854775807, 2562047788015 h 12 min"
    })
    void timesAreReadAtAGlance(long millis, String expected) {
        assertThat(Phrases.time(millis)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.04, less than 0.1 ms",
        "0.1, 0.1 ms",
        "9.94, 9.9 ms",
        "9.96, 10 ms",
        "32.4, 32 ms",
        "999.6, 1.00 s",
        "1230.4, 1.23 s"
    })
    void shortTimesHaveOneDecimal(double millis, String expected) {
        assertThat(Phrases.time(millis)).isEqualTo(expected);
    }

    @Test
    void aPercentageNeverRoundsUpToCertainty() {
        assertThat(Phrases.percent(0)).isEqualTo("0 %");
        assertThat(Phrases.percent(0.8)).isEqualTo("80 %");
        assertThat(Phrases.percent(0.999)).isEqualTo("more than 99 %");
        assertThat(Phrases.percent(1)).isEqualTo("100 %");
    }

    @Test
    void oneIsSingular() {
        assertThat(Phrases.count(1, "order")).isEqualTo("1 order");
        assertThat(Phrases.count(0, "order")).isEqualTo("0 orders");
        assertThat(Phrases.count(12_400, "order")).isEqualTo("12,400 orders");
    }
}
