package io.github.testhygiene.selection;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import java.util.List;

/** Picks the tests that are to be checked. */
@FunctionalInterface
public interface TestSelector {

    /**
     * Picks.
     *
     * @param recording the reference run
     * @param tests the tests to pick from
     * @return some, all or none of them
     */
    SelectorChoice pick(Recording recording, List<RecordedTest> tests);
}
