package io.github.testhygiene.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which classes and methods a pattern stands for. */
class SubjectPatternTest {

    @ParameterizedTest
    @CsvSource({
        "com.example.ClockIT, com.example.ClockIT, ",
        "com.example.ClockIT, com.example.ClockIT, waits",
        "com.example.ClockIT, com.example.ClockIT$Late, waits",
        "com.example.ClockIT.Late, com.example.ClockIT$Late, waits",
        "com.example.ClockIT$Late, com.example.ClockIT$Late, waits",
        "ClockIT, com.example.ClockIT, waits",
        "ClockIT, com.example.ClockIT$Late, ",
        "ClockIT, ClockIT, ",
        "*IT, com.example.ClockIT, waits",
        "com.example.*IT, com.example.ClockIT, waits",
        "com.example.**, com.example.clock.deep.ClockIT, waits",
        "**.ClockIT, com.example.ClockIT, ",
        "com.example.ClockIT#waits*, com.example.ClockIT, waitsForever",
        "ClockIT#*, com.example.ClockIT, waitsForever"
    })
    void itStandsFor(String pattern, String className, String method) {
        assertThat(new SubjectPattern(pattern).matches(className, method)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.ClockIT, com.example.ClockITCase, ",
        "com.example.ClockIT, org.com.example.ClockIT, ",
        "com.example.*, com.example.clock.ClockIT, ",
        "ClockIT, com.example.WallClockIT, ",
        "ClockIT#waits, com.example.ClockIT, waitsForever",
        "ClockIT#waits, com.example.ClockIT, ",
        "com.example.Clock?T, com.example.ClockIT, ",
        "Late, com.example.ClockIT$Late, "
    })
    void itDoesNotStandFor(String pattern, String className, String method) {
        assertThat(new SubjectPattern(pattern).matches(className, method)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "#waits", "ClockIT#", "ClockIT#a#b"})
    void whatNamesNoClassIsRefused(String pattern) {
        assertThatThrownBy(() -> new SubjectPattern(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aMethodStandsForItselfAndForNoOther(
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String name,
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String method,
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String other) {
        SubjectPattern pattern = SubjectPattern.of("shop." + name, method);

        assertThat(pattern.matches("shop." + name, method)).isTrue();
        assertThat(pattern.matches("shop." + name, other)).isEqualTo(method.equals(other));
        assertThat(pattern.matches("shop." + other, method)).isEqualTo(name.equals(other));
    }
}
