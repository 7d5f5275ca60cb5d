package io.github.testhygiene.plan;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How many findings a run may be expected to bring, by what is known so far. The figures are guesses, made to be compared
 * with each other and never reported: a run is worth the more, the more it does that no run has done.
 */
final class RunWorth {

    /** A test that names tables, for the first time after all who leave rows in them: one in ten depends on one of them. */
    private static final double READER = 0.1;

    /** A test, for the first time with all others in another order: one in a hundred depends on one of them. */
    private static final double TURNED_TEST = 0.01;

    /** A test in any further order: dependences on several tests and their sequence are rare. */
    private static final double FURTHER_ORDER = 0.001;

    /** A test that reads what another one has left, alone: one in twenty cannot do without. */
    private static final double BRITTLE_SUSPECT = 0.05;

    /** Any other test alone. */
    private static final double ALONE = 0.005;

    /** A test that has failed, alone: without that run there is no verdict about it. */
    private static final double NEEDED = 1;

    /** Of all pairs of tests so many are looked at, so that ranking takes no longer for large suites. */
    private static final int SAMPLE = 4_096;

    private final TableUse use;
    private final SuspectedPairs pairs;
    private final Map<TestId, Integer> numbers = new HashMap<>();
    private final int[] possibleWriters;
    private final BitSet failed = new BitSet();
    private final BitSet brittleSuspects = new BitSet();
    private final PairSet turned = new PairSet();
    private final int[] before;
    private final int[] after;
    private final BitSet seen = new BitSet();

    /**
     * After the reference run.
     *
     * @param units all units, in the reference order
     * @param recording the reference run
     */
    RunWorth(List<TestUnit> units, Recording recording) {
        this.use = TableUse.of(units, recording.database());
        this.pairs = new SuspectedPairs(use);
        for (int i = 0; i < units.size(); i++) {
            for (RecordedTest test : units.get(i).tests()) {
                numbers.put(test.id(), i);
            }
        }
        // The same sample for the same tests, so that plans are alike.
        Random random = new Random(units.size());
        int sample = units.size() < 2 ? 0 : SAMPLE;
        this.before = random.ints(sample, 0, Math.max(1, units.size())).toArray();
        this.after = random.ints(sample, 0, Math.max(1, units.size())).toArray();
        this.possibleWriters = possibleWriters(units.size());
        int[] reference = IntStream.range(0, units.size()).toArray();
        noteFailures(recording.outcomes().values());
        noteOrder(reference);
        suspectBrittle(reference);
    }

    /** For each unit how many others, at most, leave rows in tables that it names. */
    private int[] possibleWriters(int units) {
        int[] leavers = new int[use.tables()];
        for (int unit = 0; unit < units; unit++) {
            for (int table : use.leaves(unit)) {
                leavers[table]++;
            }
        }
        int[] all = new int[units];
        for (int unit = 0; unit < units; unit++) {
            for (int table : use.names(unit)) {
                all[unit] += leavers[table];
            }
            all[unit] -= use.leaves(unit).length;
        }
        return all;
    }

    /** Tests that name a table in which an earlier one has left rows, and that put none there themselves. */
    private void suspectBrittle(int[] reference) {
        boolean[] left = new boolean[use.tables()];
        for (int unit : reference) {
            for (int table : use.names(unit)) {
                if (left[table] && Arrays.binarySearch(use.writes(unit), table) < 0) {
                    brittleSuspects.set(unit);
                }
            }
            for (int table : use.leaves(unit)) {
                left[table] = true;
            }
        }
    }

    /** Whether a run is of one unit that may need what earlier ones have left. */
    boolean isOfBrittleSuspect(RunRequest alone) {
        return brittleSuspects.get(unit(alone));
    }

    private int unit(RunRequest alone) {
        return numbers.getOrDefault(alone.segments().get(0).tests().get(0).id(), 0);
    }

    /** What a run may be expected to show. */
    double of(RunRequest request) {
        if (request.kind() == RunKind.ALONE) {
            return ofAlone(unit(request));
        }
        int[] order = order(request.ids());
        double[] suspected = {0};
        PairSet own = new PairSet();
        pairs.turn(order, (writer, reader) -> {
            if (!failed.get(reader) && !turned.contains(writer, reader) && own.add(writer, reader)) {
                suspected[0] += READER / Math.max(1, possibleWriters[reader]);
            }
        });
        BitSet sample = sampleOf(order);
        sample.andNot(seen);
        long hopeful = Arrays.stream(order).filter(unit -> !failed.get(unit)).count();
        double newPairs = before.length == 0 ? 0 : 2.0 * sample.cardinality() / before.length;
        double again = request.experiment().rounds() > 1 ? TURNED_TEST : FURTHER_ORDER;
        return suspected[0] + hopeful * (TURNED_TEST * newPairs + again);
    }

    private double ofAlone(int unit) {
        if (failed.get(unit)) {
            return NEEDED;
        }
        return brittleSuspects.get(unit) ? BRITTLE_SUSPECT : ALONE;
    }

    /** Takes note of what a run has shown, and says whether that changes what orders are worth. */
    boolean note(CompletedRun run) {
        int before = failed.cardinality();
        noteFailures(run.result().outcomes().values());
        boolean news = failed.cardinality() > before;
        if (run.request().tests().size() > 1 && run.result().exit() instanceof RunExit.Completed) {
            noteOrder(order(run.request().ids()));
            news = true;
        }
        return news;
    }

    private void noteFailures(Collection<TestOutcome> outcomes) {
        for (TestOutcome outcome : outcomes) {
            Integer unit = outcome.failed() ? numbers.get(outcome.id()) : null;
            if (unit != null) {
                failed.set(unit);
            }
        }
    }

    private void noteOrder(int[] order) {
        pairs.turn(order, turned::add);
        seen.or(sampleOf(order));
    }

    private int[] order(List<TestId> ids) {
        return ids.stream()
                .map(numbers::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }

    /** Those of the sample's pairs that an order shows; none whose second test has failed before. */
    private BitSet sampleOf(int[] order) {
        int[] place = new int[use.units().size()];
        Arrays.fill(place, -1);
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        BitSet shown = new BitSet();
        for (int i = 0; i < before.length; i++) {
            int first = place[before[i]];
            shown.set(i, first >= 0 && first < place[after[i]] && !failed.get(after[i]));
        }
        return shown;
    }
}
