package io.github.testhygiene.selection;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.TestId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a selector picked, and why.
 *
 * @param mode what was asked for
 * @param since the commit with which the module was compared; null if it was not
 * @param tests the tests that are to be checked
 * @param everyTestBecause why that is every test, as a part of a sentence; null if they were picked one by one
 * @param from what it started from, by name: the classes that have changed, or the suspects
 */
public record SelectorChoice(
        SelectMode mode,
        @Nullable String since,
        Set<TestId> tests,
        @Nullable String everyTestBecause,
        List<String> from) {

    /** Copies the collections. */
    public SelectorChoice {
        Objects.requireNonNull(mode, "mode");
        tests = Set.copyOf(tests);
        from = List.copyOf(from);
    }

    /**
     * Every test.
     *
     * @param mode what was asked for
     * @param since the commit with which the module was compared; null if it was not
     * @param tests the tests to pick from
     * @param reason why, as a part of a sentence
     * @return all of them
     */
    public static SelectorChoice every(
            SelectMode mode, @Nullable String since, List<RecordedTest> tests, String reason) {
        Set<TestId> ids = tests.stream().map(RecordedTest::id).collect(Collectors.toSet());
        return new SelectorChoice(mode, since, ids, reason, List.of());
    }
}
