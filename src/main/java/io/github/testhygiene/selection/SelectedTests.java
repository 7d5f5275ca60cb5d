package io.github.testhygiene.selection;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tests that are checked, and those that run in orders beside them.
 *
 * @param checked the tests that are checked
 * @param context others that run in orders, since they may share something with them
 * @param selection what the report says of it; null if nobody asked for a part of the tests
 */
public record SelectedTests(
        Set<TestId> checked, Set<TestId> context, @Nullable Selection selection) {

    /** Copies the sets. */
    public SelectedTests {
        checked = Set.copyOf(checked);
        context = Set.copyOf(context);
    }

    /**
     * All of them.
     *
     * @param tests the tests
     * @return without context
     */
    public static SelectedTests all(List<RecordedTest> tests) {
        return new SelectedTests(ids(tests), Set.of(), null);
    }

    /**
     * A part of them, and the context that it needs: whoever may share tables with it, and whoever failed in the reference
     * run. If that leaves nobody to stand in another order with, it is all the others.
     *
     * @param recording the reference run
     * @param tests the tests to pick from
     * @param selector picks
     * @param unit names what is run and moved as a whole; a unit is selected with any of its tests
     * @return what was picked
     */
    public static SelectedTests of(
            Recording recording, List<RecordedTest> tests, TestSelector selector, Function<RecordedTest, String> unit) {
        SelectorChoice picked = selector.pick(recording, tests);
        Set<TestId> checked = whole(picked.tests(), tests, unit);
        Set<TestId> context = checked.isEmpty() ? Set.of() : context(recording, tests, checked, unit);
        return new SelectedTests(
                checked,
                context,
                new Selection(
                        picked.mode(),
                        picked.since(),
                        tests.size(),
                        checked.size(),
                        context.size(),
                        picked.everyTestBecause(),
                        picked.from()));
    }

    private static Set<TestId> context(
            Recording recording, List<RecordedTest> tests, Set<TestId> checked, Function<RecordedTest, String> unit) {
        List<RecordedTest> others = tests.stream()
                .filter(test -> !checked.contains(test.id()) && ran(test, recording))
                .toList();
        Set<TestId> context = new SharedTables(recording).perhapsSharing(checked, ids(others));
        others.stream()
                .map(test -> recording.outcomes().get(test.id()))
                .filter(outcome -> outcome != null && outcome.failed())
                .forEach(outcome -> context.add(outcome.id()));
        Set<TestId> whole = whole(context, others, unit);
        long units = tests.stream()
                .filter(test -> checked.contains(test.id()) || whole.contains(test.id()))
                .map(unit)
                .distinct()
                .count();
        return units < 2 ? ids(others) : whole;
    }

    private static boolean ran(RecordedTest test, Recording recording) {
        TestOutcome outcome = recording.outcomes().get(test.id());
        return outcome != null && outcome.status() != TestStatus.SKIPPED;
    }

    /** With the other tests of their units. */
    private static Set<TestId> whole(Set<TestId> some, List<RecordedTest> tests, Function<RecordedTest, String> unit) {
        Set<String> units = tests.stream()
                .filter(test -> some.contains(test.id()))
                .map(unit)
                .collect(Collectors.toSet());
        return tests.stream()
                .filter(test -> units.contains(unit.apply(test)))
                .map(RecordedTest::id)
                .collect(Collectors.toSet());
    }

    private static Set<TestId> ids(List<RecordedTest> tests) {
        return tests.stream().map(RecordedTest::id).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Whether a test is to be checked.
     *
     * @param id the test
     * @return true if so
     */
    public boolean checks(TestId id) {
        return checked.contains(id);
    }

    /**
     * Whether a test runs in orders.
     *
     * @param id the test
     * @return true if it is checked, or context
     */
    public boolean runs(TestId id) {
        return checked.contains(id) || context.contains(id);
    }
}
