package io.github.testhygiene.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A process is known by its id and its start. */
class LocalProcessTest {

    private static final LocalProcess US = LocalProcess.current();
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    @Test
    void thisProcessRuns() {
        ProcessStart start = US.start().orElseThrow();
        Instant time = US.startTime().orElseThrow();

        assertThat(US.life(start::equals)).isEqualTo(Life.RUNS);
        assertThat(US.life(now -> now.text().equals(start.text()))).isEqualTo(Life.RUNS);
        assertThat(US.life(now -> now.number() == start.number())).isEqualTo(Life.RUNS);
        assertThat(US.life(time.plus(TOLERANCE), TOLERANCE)).isEqualTo(Life.RUNS);
    }

    @Test
    void aProcessThatStartedAtAnotherTimeIsAnotherOne() {
        long start = US.start().orElseThrow().number();
        Instant time = US.startTime().orElseThrow();

        assertThat(US.life(now -> now.number() == start - 100)).isEqualTo(Life.ENDED);
        assertThat(US.life(time.minus(TOLERANCE.plusSeconds(1)), TOLERANCE)).isEqualTo(Life.ENDED);
    }

    @Test
    void aFreeIdIsOfAnEndedProcess() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        java.waitFor();
        LocalProcess ended = new LocalProcess(java.pid());
        ProcessStart ours = US.start().orElseThrow();

        assertThat(ended.start()).isNotEqualTo(US.start());
        assertThat(ended.life(ours::equals)).isEqualTo(Life.ENDED);
        assertThat(ended.life(US.startTime().orElseThrow().minus(TOLERANCE.multipliedBy(2)), TOLERANCE))
                .isEqualTo(Life.ENDED);
        assertThat(new LocalProcess(Integer.MAX_VALUE).life(now -> true)).isEqualTo(Life.ENDED);
        assertThat(new LocalProcess(Integer.MAX_VALUE).start()).isEmpty();
        assertThat(new LocalProcess(Integer.MAX_VALUE).startTime()).isEmpty();
    }

    @Test
    void aStartHasAFormForFilesAndOneForNames() {
        assertThat(new ProcessStart.Ticks(4711).text()).isEqualTo("4711");
        assertThat(new ProcessStart.Ticks(4711).number()).isEqualTo(4711);
        assertThat(new ProcessStart.Time(Instant.ofEpochMilli(1_500)).text()).isEqualTo("1970-01-01T00:00:01.500Z");
        assertThat(new ProcessStart.Time(Instant.ofEpochMilli(1_500)).number()).isEqualTo(1);
    }

    @Test
    void theMachineHasAFormForEachPlace() {
        assertThat(ThisMachine.sinceBoot().orElseThrow()).doesNotContainAnyWhitespaces();
        assertThat(ThisMachine.codeOfUserSinceBoot())
                .matches("[a-z0-9]{8}")
                .isEqualTo(ThisMachine.codeOfUserSinceBoot());
        assertThat(ThisMachine.codeOfHost()).matches("[a-z0-9]{1,7}").isEqualTo(ThisMachine.codeOfHost());
    }

    @Test
    void whatEarlierVersionsWroteIsRead() {
        assertThat(ProcessMark.parse("17 4711 boot/pid:[4026531836]\n"))
                .contains(new ProcessMark(17, "4711", "boot/pid:[4026531836]"));
        assertThat(ProcessMark.parse("-")).isEmpty();
        assertThat(ProcessMark.parse("a b c")).isEmpty();
    }
}
