package io.github.testhygiene.rerun.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunLimitsTest {

    private static final RecordedTest QUICK = RerunFixture.test(Object.class, "quick");
    private static final RecordedTest SLOW = RerunFixture.test(Object.class, "slow");
    private static final RecordedTest UNKNOWN = RerunFixture.test(Object.class, "unknown");

    private static final Recording RECORDING = new Recording(
            Instant.EPOCH,
            Duration.ZERO,
            List.of(QUICK, SLOW, UNKNOWN),
            Map.of(
                    QUICK.id(), new TestOutcome(QUICK.id(), TestStatus.PASSED, Duration.ofMillis(100), null),
                    SLOW.id(), new TestOutcome(SLOW.id(), TestStatus.PASSED, Duration.ofSeconds(30), null)),
            List.of());

    @Test
    void theUsersLimitCounts() {
        RunLimits limits = new RunLimits(RECORDING, Duration.ofSeconds(7));

        assertThat(limits.of(List.of(SLOW), 1)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void withoutOneItIsAMinuteAndTenTimesTheReference() {
        RunLimits limits = new RunLimits(RECORDING, null);

        assertThat(limits.of(List.of(QUICK), 1)).isEqualTo(Duration.ofSeconds(61));
        assertThat(limits.of(List.of(QUICK, SLOW), 1)).isEqualTo(Duration.ofSeconds(361));
    }

    @Test
    void aTestWithoutAnOutcomeHasAMinute() {
        assertThat(new RunLimits(RECORDING, null).of(List.of(UNKNOWN), 1)).isEqualTo(Duration.ofMinutes(1));
    }
}
