package io.github.testhygiene.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OutcomeStretchTest {

    private static final Pattern STEP = Pattern.compile("([Mmh])(-?\\d+)");

    @Property
    void stretchesCoverEveryTestOnceAndInOrder(@ForAll List<Outcome> outcomes) {
        List<Outcome> unfolded = new ArrayList<>();
        List<OutcomeStretch> stretches = OutcomeStretch.of(outcomes);
        stretches.forEach(each -> unfolded.addAll(Collections.nCopies(each.length(), each.outcome())));

        assertThat(unfolded).isEqualTo(outcomes);
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).outcome())
                    .isNotEqualTo(stretches.get(i - 1).outcome());
        }
    }

    @Property
    void aPathIsDrawnWhereTheOutcomeStandsAndNowhereElse(@ForAll List<Outcome> outcomes) {
        List<OutcomeStretch> stretches = OutcomeStretch.of(outcomes);

        for (Outcome outcome : Outcome.values()) {
            String path = OutcomeStretch.path(stretches, 12, outcome);
            List<Boolean> expected =
                    outcomes.stream().map(each -> each == outcome).toList();
            assertThat(drawn(path, outcomes.size())).isEqualTo(expected);
        }
        List<Boolean> either = outcomes.stream()
                .map(each -> each == Outcome.PASSED || each == Outcome.FAILED)
                .toList();
        String path = OutcomeStretch.path(stretches, 12, Outcome.PASSED, Outcome.FAILED);
        assertThat(drawn(path, outcomes.size())).isEqualTo(either);
    }

    /** Reads a path as the page's script does. */
    private static List<Boolean> drawn(String path, int tests) {
        List<Boolean> drawn = new ArrayList<>(Collections.nCopies(tests, false));
        Matcher step = STEP.matcher(path);
        int at = 0;
        while (step.find()) {
            int length = Integer.parseInt(step.group(2));
            if (step.group(1).equals("h")) {
                assertThat(drawn.subList(at, at + length)).doesNotContain(true);
                Collections.fill(drawn.subList(at, at + length), true);
            }
            at = step.group(1).equals("M") ? length : at + length;
        }
        return drawn;
    }

    @Example
    void neighboursThatAreDrawnAlikeAreOneLine() {
        List<OutcomeStretch> stretches = List.of(
                new OutcomeStretch(Outcome.NOT_RUN, 2),
                new OutcomeStretch(Outcome.PASSED, 3),
                new OutcomeStretch(Outcome.FAILED, 1),
                new OutcomeStretch(Outcome.ABSENT, 4),
                new OutcomeStretch(Outcome.PASSED, 5));

        assertThat(OutcomeStretch.path(stretches, 8, Outcome.PASSED, Outcome.FAILED))
                .isEqualTo("M2 8h4m4 0h5");
        assertThat(OutcomeStretch.path(stretches, 8, Outcome.FAILED)).isEqualTo("M5 8h1");
        assertThat(OutcomeStretch.path(List.of(), 8, Outcome.FAILED)).isEmpty();
    }

    @Example
    void noStretchIsEmpty() {
        assertThatThrownBy(() -> new OutcomeStretch(Outcome.PASSED, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
