package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestCardsTest {

    private static final TestFailure FAILURE = new TestFailure("E", "m", "");

    private static List<TestCard> cards(HygieneReport report) {
        return new TestCards(report, TestId::value).inOrder();
    }

    private static HygieneReport report(List<TestEntry> tests, List<Finding> findings, RunEntry... runs) {
        return SampleReports.of(List.of(runs), tests, findings);
    }

    private static TestEntry victim(String name, Integer failedIn) {
        return SampleReports.test(name, VerdictKind.VICTIM, null, FAILURE, failedIn, 100);
    }

    @Test
    void theTenTestsJustBeforeAreNamed() {
        List<TestId> order = new ArrayList<>(
                IntStream.rangeClosed(1, 14).mapToObj(i -> new TestId("t" + i)).toList());
        order.add(SampleReports.id("AIT.v"));
        order.add(new TestId("after"));
        RunEntry run = new RunEntry(2, "reverse", RunKind.REVERSE, 16, 1, "completed", null, order, List.of());

        TestCard card =
                cards(report(List.of(victim("AIT.v", 2)), List.of(), run)).get(0);

        assertThat(card.before()).hasSize(10).startsWith("t5").endsWith("t14");
        assertThat(card.earlier()).isEqualTo(4);
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        RunEntry noOrder = new RunEntry(2, "reverse", RunKind.REVERSE, 16, 1, "completed", null, null, List.of());
        RunEntry notInIt = new RunEntry(3, "x", RunKind.REVERSE, 1, 1, "completed", null, List.of(), List.of());
        RunEntry alone = new RunEntry(4, "alone-1", RunKind.ALONE, 1, 1, "completed", null, null, List.of());
        List<TestEntry> tests =
                List.of(victim("AIT.a", 2), victim("AIT.b", 3), victim("AIT.c", 4), victim("AIT.d", 99));

        List<TestCard> cards = cards(report(tests, List.of(), noOrder, notInIt, alone));

        assertThat(cards).extracting(TestCard::orderKnown).containsExactly(false, false, true, false);
        assertThat(cards.get(3).run()).isNull();
        assertThat(cards.get(3).sentence()).isEqualTo("passes alone and fails after other tests");
    }

    @Test
    void whatIsAcceptedComesLast() {
        Finding open = SampleReports.finding("flaky", Severity.ERROR, "AIT", "f", "Flaky.");
        Finding accepted = new Finding("victim", Severity.ERROR, "shop.AIT", "v", "m", "a", "d", "f", true);
        TestEntry flaky = SampleReports.test("AIT.f", VerdictKind.FLAKY, null, FAILURE, 1, 100);
        TestEntry brittle = SampleReports.test("AIT.b", VerdictKind.BRITTLE, null, FAILURE, 1, 100);

        List<TestCard> cards = cards(report(List.of(victim("AIT.v", 1), flaky, brittle), List.of(open, accepted)));

        assertThat(cards).extracting(card -> card.test().methodName()).containsExactly("b", "f", "v");
        assertThat(cards).extracting(TestCard::accepted).containsExactly(false, false, true);
    }
}
