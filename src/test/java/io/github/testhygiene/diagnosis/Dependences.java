package io.github.testhygiene.diagnosis;

import io.github.testhygiene.diagnosis.Rules.Depends;
import io.github.testhygiene.diagnosis.ScriptedSuite.End;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.RecordedTest;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates large suites in which a few tests depend on tests that depend on nobody. */
final class Dependences {

    private enum Kind {
        VICTIM_OF_ONE,
        VICTIM_OF_EITHER,
        VICTIM_OF_BOTH,
        VICTIM_OF_FIXTURES,
        CLEANED,
        BRITTLE,
        NON_IDEMPOTENT
    }

    /** One dependence: where its tests stand, as shares of the suite in per mille. */
    private record Line(Kind kind, int self, int one, int other, Leak leak) {}

    private Dependences() {}

    static Arbitrary<ScriptedSuite> suites() {
        return suites(0);
    }

    /** Some tests end or hang their JVM whenever they are re-run. */
    static Arbitrary<ScriptedSuite> breakingSuites() {
        return suites(3);
    }

    private static Arbitrary<ScriptedSuite> suites(int breaking) {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 999);
        Arbitrary<Line> line = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        place,
                        place,
                        place,
                        Arbitraries.of(Leak.DATABASE, Leak.JVM, Leak.OUTSIDE))
                .as(Line::new);
        return Combinators.combine(
                        Arbitraries.integers().between(4, 200),
                        Arbitraries.integers().between(1, 12),
                        line.list().ofMinSize(1).ofMaxSize(4))
                .as((size, testsOfAClass, lines) -> suite(size, testsOfAClass, lines, breaking))
                .withoutEdgeCases();
    }

    private static ScriptedSuite suite(int size, int testsOfAClass, List<Line> lines, int breaking) {
        List<RecordedTest> tests = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            tests.add(SampleTests.test("shop.C%03dIT".formatted(i / testsOfAClass), "m" + i));
        }
        List<ScriptedSuite.Rule> rules = new ArrayList<>();
        tests.forEach(test -> rules.add(Rules.passes()));
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            free.add(i);
        }
        for (Line line : lines) {
            if (free.size() >= 3) {
                int self = take(free, line.self());
                int one = take(free, line.one());
                int other = take(free, line.other());
                rules.set(self, rule(line, tests.get(self), tests.get(one), tests.get(other)));
            }
        }
        for (int i = 0; i < breaking && !free.isEmpty(); i++) {
            rules.set(take(free, 331 * i), Rules.inReRuns(i % 2 == 0 ? End.CRASH : End.HANG));
        }
        ScriptedSuite script = new ScriptedSuite();
        for (int i = 0; i < size; i++) {
            script.with(tests.get(i), rules.get(i));
        }
        return script;
    }

    private static int take(List<Integer> free, int place) {
        return free.remove(place * free.size() / 1000);
    }

    private static ScriptedSuite.Rule rule(Line line, RecordedTest self, RecordedTest one, RecordedTest other) {
        Leak leak = line.leak();
        return switch (line.kind()) {
            case VICTIM_OF_ONE -> new Depends(List.of(one), false, false, null, leak, false);
            case VICTIM_OF_EITHER -> new Depends(List.of(one, other), false, false, null, leak, false);
            case VICTIM_OF_BOTH -> new Depends(List.of(one, other), true, false, null, leak, false);
            case VICTIM_OF_FIXTURES ->
                one.topLevelClass().equals(self.topLevelClass())
                        ? Rules.passes()
                        : new Depends(List.of(one), false, false, null, Leak.JVM, true);
            case CLEANED -> new Depends(List.of(one), false, false, other, leak, false);
            case BRITTLE -> new Depends(List.of(one), false, true, null, leak, false);
            case NON_IDEMPOTENT -> new Rules.Once(self);
        };
    }
}
