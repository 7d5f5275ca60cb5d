package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import org.junit.jupiter.api.Test;

class MedianPhraseTest {

    private static String phrase(Integer medianRuns, int executed) {
        TestEntry test = new TestEntry(
                new TestId("[engine:a]/[test:b]"),
                "shop.OrderIT",
                "counts",
                "counts()",
                VerdictKind.ISOLATED,
                null,
                new TestEntry.Evidence(executed, 0, 1, 0),
                null,
                null,
                new TestEntry.Durations(1_100L, 1_100, 1_100, 1_100, null, medianRuns),
                Budget.OVER,
                "mvn verify");
        return MedianPhrase.describe(test, "1.1 s");
    }

    @Test
    void oneOrTwoRunsHaveNoMedian() {
        assertThat(phrase(1, 1)).isEqualTo("takes 1.1 s in its only run");
        assertThat(phrase(2, 2)).isEqualTo("takes 1.1 s or more in 2 runs");
        assertThat(phrase(3, 3)).isEqualTo("takes 1.1 s at the median of 3 runs");
    }

    @Test
    void aRunThatStartedTheJvmIsNotCounted() {
        assertThat(phrase(1, 4)).isEqualTo("takes 1.1 s in its only run in a warm JVM");
        assertThat(phrase(2, 4)).isEqualTo("takes 1.1 s or more in 2 runs in a warm JVM");
    }

    @Test
    void anOlderReportDoesNotSayOfHowMany() {
        assertThat(phrase(null, 4)).isEqualTo("takes 1.1 s at the median");
    }
}
