package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.04, 0 ms",
        "3.3, 3.3 ms",
        "9.94, 9.9 ms",
        "9.96, 10 ms",
        "40, 40 ms",
        "99.6, 0.1 s",
        "100, 0.1 s",
        "846, 0.85 s",
        "800, 0.8 s",
        "994, 0.99 s",
        "996, 1 s",
        "1249, 1.2 s",
        "12345, 12.3 s",
        "59949, 59.9 s",
        "59951, 1 min",
        "252000, 4 min 12 s",
        "7200000, 120 min"
    })
    void timesAreWrittenAsPeopleWriteThem(double millis, String text) {
        assertThat(PlainNumbers.time(millis)).isEqualTo(text);
    }

    @Test
    void longListsAreCut() {
        assertThat(PlainNumbers.list(List.of("a"))).isEqualTo("a");
        assertThat(PlainNumbers.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(PlainNumbers.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(PlainNumbers.list(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c and 2 more");
    }

    @Test
    void longQueriesAreCut() {
        assertThat(PlainNumbers.query("select\n\t1")).isEqualTo("select 1");
        assertThat(PlainNumbers.query("x".repeat(81))).hasSize(80).endsWith("x…");
        assertThat(PlainNumbers.query("x".repeat(80))).isEqualTo("x".repeat(80));
    }
}
