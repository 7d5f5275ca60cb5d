package io.github.testhygiene.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void aLogOfACiSystemIsNeverRewritten() {
        assertThat(Terminal.canRewrite(Map.of("TERM", "xterm"))).isTrue();
        assertThat(Terminal.canRewrite(Map.of("CI", "false"))).isTrue();
        assertThat(Terminal.canRewrite(Map.of("CI", "true"))).isFalse();
        assertThat(Terminal.canRewrite(Map.of("CI", "1", "TERM", "xterm"))).isFalse();
        assertThat(Terminal.canRewrite(Map.of("TERM", "dumb"))).isFalse();
    }

    @Test
    void theWidthIsTheTerminalsOrEighty() {
        assertThat(Terminal.width(Map.of("COLUMNS", "132"))).isEqualTo(132);
        assertThat(Terminal.width(Map.of("COLUMNS", "3"))).isEqualTo(20);
        assertThat(Terminal.width(Map.of("COLUMNS", "wide"))).isEqualTo(80);
        assertThat(Terminal.width(Map.of())).isEqualTo(80);
    }
}
