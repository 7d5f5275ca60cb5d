package io.github.testhygiene.diagnosis;

import io.github.testhygiene.diagnosis.Rules.FailsAfter;
import io.github.testhygiene.diagnosis.ScriptedSuite.End;
import io.github.testhygiene.diagnosis.ScriptedSuite.Rule;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.RecordedTest;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates scripted suites: what each test does, and which other tests it depends on. */
final class Scripts {

    private enum Habit {
        PASSES,
        FAILS,
        FAILS_AFTER,
        FAILS_AFTER_UNLESS_CLEANED,
        NEEDS,
        CRASHES,
        HANGS,
        SKIPPED
    }

    /** One test: what it does, and two numbers that choose others. */
    private record Line(Habit habit, int one, int other) {}

    private Scripts() {}

    /** Every run gives an answer. */
    static Arbitrary<ScriptedSuite> answering() {
        return of(
                Tuple.of(8, Habit.PASSES),
                Tuple.of(1, Habit.FAILS),
                Tuple.of(3, Habit.FAILS_AFTER),
                Tuple.of(2, Habit.FAILS_AFTER_UNLESS_CLEANED),
                Tuple.of(2, Habit.NEEDS));
    }

    /** Some tests end their JVM, or do not run at all, when they are re-run. */
    static Arbitrary<ScriptedSuite> breaking() {
        return of(
                Tuple.of(8, Habit.PASSES),
                Tuple.of(1, Habit.FAILS),
                Tuple.of(2, Habit.FAILS_AFTER),
                Tuple.of(1, Habit.NEEDS),
                Tuple.of(2, Habit.CRASHES),
                Tuple.of(1, Habit.HANGS),
                Tuple.of(1, Habit.SKIPPED));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // jqwik only reads them
    private static Arbitrary<ScriptedSuite> of(Tuple.Tuple2<Integer, Habit>... habits) {
        Arbitrary<Line> line = Combinators.combine(
                        Arbitraries.frequency(habits),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 99))
                .as(Line::new);
        Arbitrary<Integer> testsOfAClass = Arbitraries.integers().between(1, 4);
        return Combinators.combine(line.list().ofMinSize(1).ofMaxSize(9), testsOfAClass)
                .as(Scripts::script)
                .withoutEdgeCases();
    }

    private static ScriptedSuite script(List<Line> lines, int testsOfAClass) {
        List<RecordedTest> tests = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            tests.add(SampleTests.test("shop.C" + i / testsOfAClass + "IT", "m" + i));
        }
        ScriptedSuite script = new ScriptedSuite();
        for (int i = 0; i < lines.size(); i++) {
            script.with(tests.get(i), rule(lines.get(i), i, tests));
        }
        return script;
    }

    private static Rule rule(Line line, int self, List<RecordedTest> tests) {
        RecordedTest one = tests.get(notSelf(line.one(), self, tests.size()));
        RecordedTest other = tests.get(notSelf(line.other(), self, tests.size()));
        boolean aloneInTheWorld = tests.size() == 1;
        return switch (line.habit()) {
            case PASSES -> Rules.passes();
            case FAILS -> Rules.fails();
            case FAILS_AFTER -> aloneInTheWorld ? Rules.passes() : Rules.failsAfter(one);
            case FAILS_AFTER_UNLESS_CLEANED -> one.equals(other) ? Rules.passes() : new FailsAfter(one, other);
            case NEEDS -> aloneInTheWorld ? Rules.fails() : Rules.needs(one);
            case CRASHES -> Rules.inReRuns(End.CRASH);
            case HANGS -> Rules.inReRuns(End.HANG);
            case SKIPPED -> Rules.inReRuns(End.SKIP);
        };
    }

    private static int notSelf(int number, int self, int size) {
        int chosen = number % size;
        return chosen == self ? (chosen + 1) % size : chosen;
    }
}
