package io.github.testhygiene.rerun.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.text.UncheckedAdvice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real disk is filled in {@link ForkedTestRunnerTest}. */
class FullDiskDetectorTest {

    private static final Path FOLDER = Path.of("tmp");
    private static final TestOutcome PASSED = new TestOutcome(new TestId("a"), TestStatus.PASSED, Duration.ZERO, null);

    private static TestOutcome failed(String message, String trace) {
        return new TestOutcome(
                new TestId("b"),
                TestStatus.FAILED,
                Duration.ZERO,
                new TestFailure("java.io.IOException", message, trace));
    }

    private static Optional<String> met(long free, RunExit exit, TestOutcome... outcomes) {
        return new FullDiskDetector(folder -> free).metBy(exit, List.of(outcomes), FOLDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No space left on device",
                "could not extend file \"base/5/1259\": No space left on device",
                "There is not enough space on the disk"
            })
    void aFailureThatNamesAFullDiskIsNoAnswer(String message) {
        Optional<String> reason = met(Long.MAX_VALUE, new RunExit.Completed(), PASSED, failed(message, ""));

        assertThat(reason).isPresent().isEqualTo(met(Long.MAX_VALUE, new RunExit.Completed(), failed("", message)));
        assertThat(UncheckedAdvice.adviceFor(reason.orElseThrow())).contains("Free space");
    }

    @Test
    void aFullDiskIsAlsoMeasured() {
        Optional<String> reason = met(2048, new RunExit.Completed(), failed("Kein Platz", ""));

        assertThat(reason).hasValue("a disk was full while it ran (2 KB left for tmp)");
        assertThat(UncheckedAdvice.general(reason.orElseThrow())).doesNotContain("2 KB");
        assertThat(met(2048, new RunExit.Crashed(1, null, ""))).isPresent();
    }

    @Test
    void whatPassesIsAnAnswerAndOtherFailuresAreToo() {
        assertThat(met(0, new RunExit.Completed(), PASSED)).isEmpty();
        assertThat(met(1 << 20, new RunExit.Completed(), failed("expected: 1", "at Shop")))
                .isEmpty();
        assertThat(met(1 << 20, new RunExit.Crashed(1, null, "out of memory"))).isEmpty();
        assertThat(met(1 << 20, new RunExit.Crashed(1, null, "No space left on device")))
                .isPresent();
    }
}
