package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastFlagsTest {

    @Test
    void oneCompilerTheSerialCollectorAndAgentsFromWithin() {
        assertThat(FastFlags.of(List.of(
                        "-Xmx1g", "-ea", "-XX:+EnableDynamicAgentLoading", "-Dgc=-XX:+UseG1GC", "--add-opens=a/b=c")))
                .containsExactly("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djdk.attach.allowAttachSelf=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseG1GC",
                "-XX:-UseParallelGC",
                "-XX:+UseZGC",
                "-XX:MaxGCPauseMillis=50",
                "-XX:G1HeapRegionSize=4m",
                "-XX:+UseEpsilonGC",
                "-XX:ParallelGCThreads=2"
            })
    void theUsersCollectorStays(String argument) {
        assertThat(FastFlags.of(List.of(argument)))
                .contains("-XX:TieredStopAtLevel=1")
                .doesNotContain("-XX:+UseSerialGC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=3",
                "-XX:-TieredCompilation",
                "-XX:CICompilerCount=2",
                "-XX:CompileThreshold=1",
                "-XX:+UseJVMCICompiler"
            })
    void theUsersCompilerStays(String argument) {
        assertThat(FastFlags.of(List.of(argument)))
                .contains("-XX:+UseSerialGC")
                .doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Djdk.attach.allowAttachSelf",
                "-Djdk.attach.allowAttachSelf=false",
                "-XX:+DisableAttachMechanism",
                "-XX:-EnableDynamicAgentLoading"
            })
    void whatTheUserAllowsAgentsStays(String argument) {
        assertThat(FastFlags.of(List.of(argument))).containsExactly("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xshare:off",
                "-XX:SharedArchiveFile=/a.jsa",
                "-XX:ArchiveClassesAtExit=/a.jsa",
                "-XX:+AutoCreateSharedArchive",
                "-XX:AOTCache=/a.aot"
            })
    void theUsersArchiveStays(String argument) {
        assertThat(FastFlags.mayArchive(List.of(argument))).isFalse();
        assertThat(FastFlags.mayArchive(List.of("-Xmx1g"))).isTrue();
    }
}
