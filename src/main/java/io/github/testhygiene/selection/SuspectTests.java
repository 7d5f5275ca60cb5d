package io.github.testhygiene.selection;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Picks the suspects of the last report and whoever shares tables with them, and tests that it does not know, which may be
 * suspects with another name.
 *
 * @param last the last report
 */
public record SuspectTests(LastReport last) implements TestSelector {

    /** Checks that nothing is missing. */
    public SuspectTests {
        Objects.requireNonNull(last, "last");
    }

    @Override
    public SelectorChoice pick(Recording recording, List<RecordedTest> tests) {
        Set<TestId> suspects = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (RecordedTest test : tests) {
            if (last.suspects().contains(test.id()) || !last.known().contains(test.id())) {
                suspects.add(test.id());
                names.add(test.shortName());
            }
        }
        Set<TestId> picked = new HashSet<>(suspects);
        picked.addAll(new SharedTables(recording).sharing(suspects));
        picked.retainAll(tests.stream().map(RecordedTest::id).toList());
        return new SelectorChoice(SelectMode.SUSPECTS, null, picked, null, names);
    }
}
