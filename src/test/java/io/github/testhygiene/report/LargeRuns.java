package io.github.testhygiene.report;

import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The runs of a large suite: the reference run, the whole suite in other orders, every test alone. */
final class LargeRuns {

    private static final Set<VerdictKind> ALONE = EnumSet.of(VerdictKind.BRITTLE, VerdictKind.FAILING);
    private static final Set<VerdictKind> AMONG_OTHERS =
            EnumSet.of(VerdictKind.VICTIM, VerdictKind.FLAKY, VerdictKind.FAILING);

    private final List<TestEntry> tests;
    private final Random random;
    private final List<RunEntry> runs = new ArrayList<>();

    LargeRuns(List<TestEntry> tests, long seed) {
        this.tests = tests;
        this.random = new Random(seed);
    }

    List<RunEntry> runs(int orders) {
        List<TestId> order = new ArrayList<>(ids(VerdictKind.values()));
        add(RunKind.REFERENCE, "reference", order, ids(VerdictKind.FAILING), ids(VerdictKind.SKIPPED));
        Collections.reverse(order);
        for (int number = 1; number <= orders; number++) {
            RunKind kind = number == 1 ? RunKind.REVERSE : RunKind.SHUFFLED;
            add(kind, kind == RunKind.REVERSE ? "reverse" : "shuffled-" + (number - 1), order, failed(), notRun());
            Collections.shuffle(order, random);
        }
        int alone = 1;
        for (TestEntry test : tests) {
            if (test.verdict() != VerdictKind.SKIPPED && test.verdict() != VerdictKind.UNCHECKED) {
                List<TestId> only = List.of(test.id());
                List<TestId> failed = ALONE.contains(test.verdict()) ? only : List.of();
                add(RunKind.ALONE, "alone-" + alone++, only, failed, List.of());
            }
        }
        return runs;
    }

    private void add(RunKind kind, String label, List<TestId> order, List<TestId> failed, List<TestId> notRun) {
        runs.add(new RunEntry(
                runs.size() + 1,
                label,
                kind,
                order.size(),
                1_500 + order.size() * 90L,
                "completed",
                null,
                order.size() == 1 ? null : order,
                failed,
                notRun));
    }

    /** About every second of those whose outcome depends on the order. */
    private List<TestId> failed() {
        return tests.stream()
                .filter(test -> AMONG_OTHERS.contains(test.verdict()))
                .filter(test -> test.verdict() == VerdictKind.FAILING || random.nextBoolean())
                .map(TestEntry::id)
                .toList();
    }

    private List<TestId> notRun() {
        return ids(VerdictKind.SKIPPED, VerdictKind.UNCHECKED);
    }

    private List<TestId> ids(VerdictKind... kinds) {
        Set<VerdictKind> wanted = Set.of(kinds);
        return tests.stream()
                .filter(test -> wanted.contains(test.verdict()))
                .map(TestEntry::id)
                .toList();
    }
}
