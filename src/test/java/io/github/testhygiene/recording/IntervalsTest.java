package io.github.testhygiene.recording;

import static io.github.testhygiene.recording.Marks.fixturesOf;
import static io.github.testhygiene.recording.Marks.ownerTest;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    /** Each interval in a word: the owner, in brackets if it had ended; a dash for nobody. */
    private static List<String> owners(Marks marks) {
        Intervals intervals = Intervals.of(marks.list());
        List<String> words = new ArrayList<>();
        for (int k = 0; k < intervals.size(); k++) {
            Intervals.Interval interval = intervals.get(k);
            String name = "-";
            if (interval.owner() instanceof ChangeOwner.Test test) {
                name = test.id().value();
            } else if (interval.owner() instanceof ChangeOwner.Fixtures fixtures) {
                name = fixtures.className();
            }
            words.add(interval.late() ? "(" + name + ")" : name);
        }
        return words;
    }

    private static String overlapOf(Marks marks, ChangeOwner owner) {
        return Intervals.of(marks.list()).overlapOf(owner).orElse("");
    }

    @Test
    void fixturesStandAroundTheTestsOfTheirClass() {
        Marks marks = new Marks()
                .opens(0, "A")
                .runs(0, "a1")
                .runs(0, "a2")
                .closes(0, "A")
                .opens(0, "B")
                .runs(0, "b1")
                .closes(0, "B")
                .gone(0)
                .over();

        assertThat(owners(marks)).containsExactly("A", "a1", "(a1)", "a2", "A", "-", "B", "b1", "B", "-", "-", "-");
        assertThat(Intervals.of(marks.list()).ends())
                .containsEntry(fixturesOf("A"), 4)
                .containsEntry(ownerTest("a1"), 2)
                .containsEntry(ownerTest("b1"), 7);
    }

    @Test
    void nothingIsKnownOutsideTheRun() {
        Intervals intervals = Intervals.of(new Marks().runs(0, "a").over().list());

        assertThat(intervals.get(-1).owner()).isNull();
        assertThat(intervals.get(99).owner()).isNull();
        assertThat(Intervals.of(List.of()).size()).isZero();
    }

    @Test
    void nestedClassesHaveFixturesOfTheirOwn() {
        Marks marks = new Marks()
                .opens(0, "A")
                .runs(0, "a")
                .opens(0, "A$In")
                .runs(0, "in")
                .closes(0, "A$In")
                .opens(0, "Base$Inherited")
                .runs(0, "inherited")
                .closes(0, "Base$Inherited")
                .closes(0, "A")
                .gone(0);

        assertThat(owners(marks))
                .containsExactly(
                        "A",
                        "a",
                        "(a)",
                        "A$In",
                        "in",
                        "A$In",
                        "(in)",
                        "Base$Inherited",
                        "inherited",
                        "Base$Inherited",
                        "A",
                        "-",
                        "-");
    }

    @Test
    void aClassWhoseTestsNeverStartHasFixturesOnly() {
        assertThat(owners(new Marks().opens(0, "A").closes(0, "A").over())).containsExactly("A", "-", "-");
    }

    @Test
    void whatTestsInSeveralThreadsDoIsNobodys() {
        Marks marks = new Marks()
                .opens(0, "A")
                .starts(0, "a1")
                .starts(0, "a2")
                .ends(0, "a1")
                .ends(0, "a2")
                .runs(0, "a3")
                .closes(0, "A")
                .gone(0);

        assertThat(owners(marks)).containsExactly("A", "a1", "-", "a2", "(a2)", "a3", "A", "-", "-");
        assertThat(overlapOf(marks, ownerTest("a1"))).isEqualTo("a2");
        assertThat(overlapOf(marks, ownerTest("a2"))).isEqualTo("a1");
        assertThat(overlapOf(marks, ownerTest("a3"))).isEmpty();
        assertThat(overlapOf(marks, fixturesOf("A"))).isEmpty();
    }

    @Test
    void whatClassesInSeveralThreadsDoIsNobodys() {
        Marks marks = new Marks()
                .opens(0, "A")
                .opens(0, "B")
                .starts(0, "a")
                .ends(0, "a")
                .closes(0, "A")
                .runs(0, "b")
                .closes(0, "B")
                .gone(0);

        assertThat(owners(marks).subList(0, 4)).containsExactly("A", "-", "-", "-");
        assertThat(owners(marks)).contains("b");
        assertThat(overlapOf(marks, fixturesOf("A"))).isNotEmpty();
        assertThat(overlapOf(marks, fixturesOf("B"))).isNotEmpty();
        assertThat(overlapOf(marks, ownerTest("a"))).isNotEmpty();
        assertThat(overlapOf(marks, ownerTest("b"))).isEmpty();
    }

    @Test
    void whatTwoJvmsDoAtOnceIsNobodys() {
        Marks marks = new Marks()
                .opens(0, "A")
                .runs(0, "a1")
                .opens(1, "B")
                .starts(0, "a2")
                .starts(1, "b")
                .ends(0, "a2")
                .closes(0, "A")
                .ends(1, "b")
                .closes(1, "B")
                .gone(0)
                .gone(1);

        assertThat(owners(marks)).containsExactly("A", "a1", "(a1)", "-", "-", "-", "-", "b", "B", "-", "-", "-");
        assertThat(overlapOf(marks, ownerTest("a1"))).isEmpty();
        assertThat(overlapOf(marks, ownerTest("a2"))).isEqualTo("b");
        assertThat(overlapOf(marks, ownerTest("b"))).isEqualTo("a2");
        assertThat(overlapOf(marks, fixturesOf("A"))).isNotEmpty();
        assertThat(overlapOf(marks, fixturesOf("B"))).isNotEmpty();
    }

    @Test
    void theFixturesAfterTheLastTestAreToldWhenAnotherJvmSpeaksMeanwhile() {
        Marks marks = new Marks()
                .opens(0, "A")
                .runs(0, "a")
                .opens(1, "B")
                .closes(0, "A")
                .closes(1, "B");

        assertThat(owners(marks).subList(0, 4)).containsExactly("A", "a", "A", "-");
    }

    @Test
    void aJvmThatCrashedOverlapsWithNothingThatComesLater() {
        Marks marks = new Marks()
                .opens(0, "A")
                .starts(0, "a")
                .gone(0)
                .opens(1, "B")
                .runs(1, "b1")
                .runs(1, "b2")
                .closes(1, "B")
                .gone(1);

        assertThat(owners(marks)).containsExactly("A", "a", "-", "B", "b1", "(b1)", "b2", "B", "-", "-");
        for (String test : List.of("a", "b1", "b2")) {
            assertThat(overlapOf(marks, ownerTest(test))).isEmpty();
        }
    }

    @Test
    void aJvmThatCrashesAfterTheLastTestDidSoInTheFixtures() {
        assertThat(owners(new Marks().opens(0, "A").runs(0, "a").gone(0))).containsExactly("A", "a", "A", "-");
    }

    @Test
    void testsWithoutClassesFollowEachOther() {
        Marks marks = new Marks().runs(0, "a").runs(0, "b").gone(0).over();

        assertThat(owners(marks)).containsExactly("a", "(a)", "b", "-", "-", "-");
    }

    @Test
    void betweenTestsWithoutClassesFixturesMayRunThatAnotherJvmsTestsMustNotBeBlamedFor() {
        Marks marks = new Marks()
                .runs(0, "a")
                .runs(1, "b")
                .starts(0, "c")
                .ends(0, "c")
                .gone(0)
                .runs(1, "d")
                .gone(1);

        assertThat(owners(marks)).containsExactly("a", "(a)", "-", "-", "-", "-", "(b)", "d", "-", "-");
        assertThat(overlapOf(marks, ownerTest("a"))).isEmpty();
        assertThat(overlapOf(marks, ownerTest("b"))).isNotEmpty();
        assertThat(overlapOf(marks, ownerTest("c"))).isNotEmpty();
        assertThat(overlapOf(marks, ownerTest("d"))).isEmpty();
    }

    @Test
    void aTestThatIsExecutedTwiceOwnsBothExecutions() {
        Marks marks = new Marks()
                .opens(0, "A")
                .runs(0, "a")
                .closes(0, "A")
                .opens(0, "A")
                .runs(0, "a")
                .closes(0, "A");

        assertThat(owners(marks)).containsExactly("A", "a", "A", "-", "A", "a", "A", "-");
        assertThat(Intervals.of(marks.list()).ends()).containsEntry(ownerTest("a"), 5);
    }

    @Test
    void aTestThatRunsTwiceAtOnceOverlapsWithItself() {
        Marks marks = new Marks().starts(0, "a").starts(0, "a").ends(0, "a").ends(0, "a");

        assertThat(overlapOf(marks, ownerTest("a"))).isEqualTo("another test");
    }
}
