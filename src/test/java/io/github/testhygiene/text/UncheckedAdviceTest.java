package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.advice.FilesAdvice;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.UncheckedMajority;
import io.github.testhygiene.model.UncheckedMajority.Reason;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UncheckedAdviceTest {

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

        UncheckedMajority uncheckedMajority =
                UncheckedAdvice.summarize(verdicts, Map.of()).orElseThrow();

        assertThat(uncheckedMajority.asked()).isEqualTo(4);
        assertThat(uncheckedMajority.unchecked()).isEqualTo(3);
        assertThat(uncheckedMajority.reasons()).extracting(Reason::tests).containsExactly(2, 1);
        assertThat(uncheckedMajority.reasons())
                .extracting(Reason::reason)
                .containsExactly(
                        "a run gave no answer: it took longer than 9 s while a test ran",
                        "the time budget ended before its alone run");
        assertThat(uncheckedMajority.reasons().get(0).advice()).contains("<runTimeout>");
        assertThat(uncheckedMajority.reasons().get(1).advice()).contains("<timeBudget>");
    }

    @Test
    void halfIsNotMost() {
        add(VerdictKind.UNCHECKED, "it was not run alone");
        add(VerdictKind.ISOLATED, null);

        assertThat(UncheckedAdvice.summarize(verdicts, Map.of())).isEmpty();
        assertThat(UncheckedAdvice.summarize(List.of(), Map.of())).isEmpty();
    }

    @Test
    void theProblemOfTheBuildSaysHowToFixIt() {
        add(VerdictKind.UNCHECKED, IN_MAVENS_JVM);

        assertThat(UncheckedAdvice.summarize(verdicts, Map.of(IN_MAVENS_JVM, "Set <forkCount> to 1."))
                        .orElseThrow()
                        .reasons())
                .extracting(Reason::advice)
                .containsExactly("Set <forkCount> to 1.");
    }

    @Test
    void whereOneRunWasAskedForTheOthersAreMissing() {
        add(VerdictKind.UNCHECKED, "it was not run alone");
        add(VerdictKind.UNCHECKED, "it passes alone, and was not run a second time");
        add(VerdictKind.UNCHECKED, "it passes alone, and there was no other order to try");

        assertThat(advice(UncheckedAdvice.ofOneRun()))
                .hasSize(3)
                .allMatch(advice -> advice.startsWith("Leave <onlyRun> (-Dtest-hygiene.onlyRun) out"));
        assertThat(advice(Map.of())).hasSize(3).noneMatch(advice -> advice.contains("onlyRun"));
    }

    @Test
    void whoseCopiesAreTooSlowOrTooLargeIsNotAskedForCopiesNorForLongerRuns() {
        Path module = Path.of("/home/me/shop");
        List.of(
                        FilesAdvice.tooLarge(module, "copying it took longer than 60 s"),
                        FilesAdvice.tooLarge(module, "it holds more than 2048 MB"),
                        FilesAdvice.notCopied(module, "No space left on device"))
                .forEach(problem -> {
                    verdicts.clear();
                    add(VerdictKind.UNCHECKED, problem.what());
                    add(
                            VerdictKind.UNCHECKED,
                            "its alone run gave no answer: it could not be started: " + problem.text());

                    assertThat(advice(Map.of()))
                            .hasSize(2)
                            .allMatch(advice -> advice.contains("<files>keep</files> (-Dtest-hygiene.files=keep)"))
                            .noneMatch(advice -> advice.contains("<runTimeout>"));
                });
    }

    @Test
    void whatFilesOfOthersMadeDoubtfulNeedsCopies() {
        add(
                VerdictKind.UNCHECKED,
                "it failed, but target/cache.bin was not as the first test found it when it was run again, and what others"
                        + " may have written is not restored; <files>copy</files> gives re-runs files of their own");

        assertThat(advice(Map.of())).allMatch(advice -> advice.startsWith("Set <files>copy</files>"));
    }

    private List<String> advice(Map<String, String> fixes) {
        return UncheckedAdvice.summarize(verdicts, fixes).orElseThrow().reasons().stream()
                .map(Reason::advice)
                .toList();
    }

    private void add(VerdictKind kind, String reason) {
        TestId id = new TestId("[engine:junit-jupiter]/[class:shop.OrderIT]/[method:m" + verdicts.size() + "()]");
        verdicts.add(new Verdict(id, kind, reason, new TestEntry.Evidence(1, 0, 1, 0), null, null, null));
    }
}
