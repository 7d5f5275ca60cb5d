package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EngineClockTest {

    private static final Instant ASKED = Instant.parse("2020-02-02T12:00:00Z");
    private static final Instant ANSWERED = ASKED.plusMillis(40);

    private static Duration ahead(String systemTime) {
        return EngineClock.of(ASKED, systemTime, ANSWERED).ahead();
    }

    @Test
    void aClockThatMayBeRightIsTakenForRight() {
        assertThat(ahead("2020-02-02T12:00:00Z")).isZero();
        assertThat(ahead("2020-02-02T12:00:00.039999999Z")).isZero();
        assertThat(ahead("2020-02-02T13:00:00.02+01:00")).isZero();
    }

    @Test
    void aClockThatIsCertainlyWrongIsPutRight() {
        assertThat(ahead("2020-02-02T12:01:00.04Z")).isEqualTo(Duration.ofMinutes(1));
        assertThat(ahead("2020-02-02T11:59:58.5Z")).isEqualTo(Duration.ofMillis(-1_500));
    }

    @Test
    void anAnswerThatCannotBeReadChangesNothing() {
        assertThat(ahead("yesterday")).isZero();
        assertThat(EngineClock.of(ASKED, null, ANSWERED)).isEqualTo(EngineClock.SAME);
    }

    @Test
    void momentsGoBothWays() {
        EngineClock clock = new EngineClock(Duration.ofSeconds(3));

        assertThat(clock.toEngine(ASKED)).isEqualTo(ASKED.plusSeconds(3));
        assertThat(clock.toOurs(clock.toEngine(ASKED))).isEqualTo(ASKED);
    }
}
