package io.github.testhygiene.diagnosis;

import io.github.testhygiene.diagnosis.ScriptedSuite.End;
import io.github.testhygiene.diagnosis.ScriptedSuite.Rule;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.RecordedTest;
import java.util.List;
import java.util.Random;

/** What the tests of a scripted suite may do; each tells in words what it is. */
final class Rules {

    /** Always the same. */
    record Always(End end) implements Rule {
        @Override
        public End end(List<RecordedTest> before, boolean rerun) {
            return end;
        }
    }

    /** The reference run is as it should be, re-runs are not. */
    record InReRuns(End end) implements Rule {
        @Override
        public End end(List<RecordedTest> before, boolean rerun) {
            return rerun ? end : End.PASS;
        }
    }

    /** A victim; the cleaner may be null. */
    record FailsAfter(RecordedTest polluter, RecordedTest cleaner) implements Rule {
        @Override
        public End end(List<RecordedTest> before, boolean rerun) {
            return before.lastIndexOf(polluter) > before.lastIndexOf(cleaner) ? End.FAIL : End.PASS;
        }
    }

    /** A brittle test. */
    record Needs(RecordedTest stateSetter) implements Rule {
        @Override
        public End end(List<RecordedTest> before, boolean rerun) {
            return before.contains(stateSetter) ? End.PASS : End.FAIL;
        }
    }

    /**
     * A victim of several independent polluters, or of several that only act together; or brittle, with such
     * state-setters.
     */
    record Depends(
            List<RecordedTest> on,
            boolean together,
            boolean brittle,
            RecordedTest cleaner,
            Leak leak,
            boolean byFixtures)
            implements Rule {
        @Override
        public End end(List<RecordedTest> before, boolean rerun) {
            List<RecordedTest> since = before.subList(before.lastIndexOf(cleaner) + 1, before.size());
            boolean effect = together
                    ? since.containsAll(on)
                    : on.stream().anyMatch(test -> byFixtures ? isFixtureIn(test, since) : since.contains(test));
            return effect == brittle ? End.PASS : End.FAIL;
        }

        private static boolean isFixtureIn(RecordedTest test, List<RecordedTest> before) {
            return before.stream().anyMatch(each -> each.topLevelClass().equals(test.topLevelClass()));
        }

        @Override
        public List<RecordedTest> writers() {
            return leak == Leak.DATABASE ? on : List.of();
        }
    }

    /** Fails when it runs a second time. */
    record Once(RecordedTest self) implements Rule {
        @Override
        public End end(List<RecordedTest> before, boolean rerun) {
            return before.contains(self) ? End.FAIL : End.PASS;
        }
    }

    /** Ends in turn as listed, and starts over. */
    static final class InTurn implements Rule {
        private final List<End> ends;
        private int next;

        InTurn(End... ends) {
            this.ends = List.of(ends);
        }

        @Override
        public End end(List<RecordedTest> before, boolean rerun) {
            return ends.get(next++ % ends.size());
        }

        @Override
        public String toString() {
            return "in turn " + ends;
        }
    }

    private Rules() {}

    static Rule passes() {
        return new Always(End.PASS);
    }

    static Rule fails() {
        return new Always(End.FAIL);
    }

    static Rule inReRuns(End end) {
        return new InReRuns(end);
    }

    static Rule failsAfter(RecordedTest polluter) {
        return new FailsAfter(polluter, null);
    }

    static Rule needs(RecordedTest stateSetter) {
        return new Needs(stateSetter);
    }

    /** Fails now and then, in a way that can be repeated. */
    static Rule flaky(long seed, double probability) {
        Random random = new Random(seed);
        return (before, rerun) -> random.nextDouble() < probability ? End.FAIL : End.PASS;
    }
}
