package io.github.testhygiene.rerun.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.rerun.launch.LiveProcesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptionTest {

    private static RunExit crashed(int code) {
        return new RunExit.Crashed(code, null, "");
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 130, 143})
    void aJvmThatATerminalEndedAMomentBeforeTheBuildIsInterrupted(int code) throws InterruptedException {
        LiveProcesses processes = new LiveProcesses();
        new Thread(processes::close).start();

        assertThat(Interruption.told(crashed(code), processes)).isEqualTo(Interruption.EXIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 130, 137})
    void aJvmThatIsLostWhileTheBuildEndsIsInterrupted(int code) throws InterruptedException {
        LiveProcesses processes = new LiveProcesses();
        processes.close();

        assertThat(Interruption.told(crashed(code), processes)).isEqualTo(Interruption.EXIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 130, 137})
    void aJvmThatIsLostWhileTheBuildGoesOnHasCrashed(int code) throws InterruptedException {
        assertThat(Interruption.told(crashed(code), new LiveProcesses())).isEqualTo(crashed(code));
    }

    @Test
    void whateverElseHappenedStays() throws InterruptedException {
        LiveProcesses processes = new LiveProcesses();
        processes.close();

        assertThat(Interruption.told(new RunExit.Completed(), processes)).isEqualTo(new RunExit.Completed());
    }
}
