package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusLineTest {

    private final List<String> written = new ArrayList<>();
    private final StatusLine line = new StatusLine(written::add, 20);

    @Test
    void aShorterTextCoversTheLongerOneBeforeIt() {
        line.show("0 of 20 runs");
        line.show("done");
        line.show("ok");

        assertThat(written).containsExactly("\r0 of 20 runs", "\rdone        ", "\rok  ");
    }

    @Test
    void aLongTextIsCutBeforeTheLastColumn() {
        line.show("a".repeat(19));
        line.show("b".repeat(20));

        assertThat(written).containsExactly("\r" + "a".repeat(19), "\r" + "b".repeat(18) + "…");
    }

    @Test
    void clearingLeavesAnEmptyLine() {
        line.clear();
        line.show("text");
        line.clear();
        line.clear();

        assertThat(written).containsExactly("\rtext", "\r    \r");
    }
}
