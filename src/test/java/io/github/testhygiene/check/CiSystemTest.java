package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CiSystemTest {

    @Test
    void whatTheUserSaysWins() {
        Map<String, String> onGitHub = Map.of("GITHUB_ACTIONS", "true");

        assertThat(CiSystem.of("gitlab", onGitHub::get)).isEqualTo(CiSystem.GITLAB);
        assertThat(CiSystem.of(" None ", onGitHub::get)).isEqualTo(CiSystem.NONE);
        assertThat(CiSystem.of("github", Map.<String, String>of()::get)).isEqualTo(CiSystem.GITHUB);
    }

    @Test
    void autoLooksAtTheEnvironment() {
        assertThat(CiSystem.of("auto", Map.of("GITHUB_ACTIONS", "true")::get)).isEqualTo(CiSystem.GITHUB);
        assertThat(CiSystem.of("auto", Map.of("GITLAB_CI", "true")::get)).isEqualTo(CiSystem.GITLAB);
        assertThat(CiSystem.of("auto", Map.of("GITHUB_ACTIONS", "false", "CI", "true")::get))
                .isEqualTo(CiSystem.UNKNOWN);
    }

    @Test
    void anythingElseIsToldWithWhatThereIs() {
        assertThatThrownBy(() -> CiSystem.of("jenkins", Map.<String, String>of()::get))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<ci>", "'jenkins'", "auto, github, gitlab, none", "-Dtest-hygiene.ci");
    }
}
