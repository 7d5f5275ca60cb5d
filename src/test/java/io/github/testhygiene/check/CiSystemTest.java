package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.ProblemException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CiSystemTest {

    @Test
    void whatTheUserSaysWins() {
        Map<String, String> onGitHub = Map.of("GITHUB_ACTIONS", "true");

        assertThat(system("gitlab", onGitHub::get)).isEqualTo(CiSystem.GITLAB);
        assertThat(system(" None ", onGitHub::get)).isEqualTo(CiSystem.NONE);
        assertThat(system("github", Map.<String, String>of()::get)).isEqualTo(CiSystem.GITHUB);
    }

    @Test
    void autoLooksAtTheEnvironment() {
        assertThat(system("auto", Map.of("GITHUB_ACTIONS", "true")::get)).isEqualTo(CiSystem.GITHUB);
        assertThat(system("auto", Map.of("GITLAB_CI", "true")::get)).isEqualTo(CiSystem.GITLAB);
        assertThat(system("auto", Map.of("GITHUB_ACTIONS", "false", "CI", "true")::get))
                .isEqualTo(CiSystem.UNKNOWN);
    }

    @Test
    void anythingElseIsToldWithWhatThereIs() {
        assertThatThrownBy(() -> system("jenkins", Map.<String, String>of()::get))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<ci>", "'jenkins'", "auto, github, gitlab, none", "-Dtest-hygiene.ci");
    }

    private static CiSystem system(String value, Function<String, @Nullable String> environment) {
        return CiSystem.of(SettingValues.oneOf("ci", value, CiChoice.values()), environment);
    }
}
