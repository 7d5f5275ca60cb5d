package io.github.testhygiene.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Unanswered.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnansweredTest {

    private static final String IN_MAVENS_JVM = "failsafe ran the tests in Maven's own JVM.";

    private final List<Verdict> verdicts = new ArrayList<>();

    @Test
    void reasonsAreCountedWithoutWhatDiffersFromTestToTest() {
        add(
                VerdictKind.UNCHECKED,
                "run 7 (shuffled-1) gave no answer: it took longer than 9 s while [engine:a]/[b] ran");
        add(VerdictKind.UNCHECKED, "the time budget ended before its alone run");
        add(VerdictKind.UNCHECKED, "run 9 (reverse) gave no answer: it took longer than 9 s while [engine:c]/[d] ran");
        add(VerdictKind.UNCHECKED, Selection.NOT_SELECTED);
        add(VerdictKind.SKIPPED, null);
        add(VerdictKind.ISOLATED, null);

        Unanswered unanswered = Unanswered.of(verdicts, Map.of()).orElseThrow();

        assertThat(unanswered.asked()).isEqualTo(4);
        assertThat(unanswered.unchecked()).isEqualTo(3);
        assertThat(unanswered.reasons()).extracting(Reason::tests).containsExactly(2, 1);
        assertThat(unanswered.reasons())
                .extracting(Reason::reason)
                .containsExactly(
                        "a run gave no answer: it took longer than 9 s while a test ran",
                        "the time budget ended before its alone run");
        assertThat(unanswered.reasons().get(0).advice()).contains("<runTimeout>");
        assertThat(unanswered.reasons().get(1).advice()).contains("<timeBudget>");
    }

    @Test
    void halfIsNotMost() {
        add(VerdictKind.UNCHECKED, "it was not run alone");
        add(VerdictKind.ISOLATED, null);

        assertThat(Unanswered.of(verdicts, Map.of())).isEmpty();
        assertThat(Unanswered.of(List.of(), Map.of())).isEmpty();
    }

    @Test
    void theProblemOfTheBuildSaysHowToFixIt() {
        add(VerdictKind.UNCHECKED, IN_MAVENS_JVM);

        assertThat(Unanswered.of(verdicts, Map.of(IN_MAVENS_JVM, "Set <forkCount> to 1."))
                        .orElseThrow()
                        .reasons())
                .extracting(Reason::advice)
                .containsExactly("Set <forkCount> to 1.");
    }

    private void add(VerdictKind kind, String reason) {
        TestId id = new TestId("[engine:junit-jupiter]/[class:shop.OrderIT]/[method:m" + verdicts.size() + "()]");
        verdicts.add(new Verdict(id, kind, reason, new TestEntry.Evidence(1, 0, 1, 0), null, null, null));
    }
}
