package io.github.testhygiene.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which tests were checked, where not simply all of them.
 *
 * @param mode what the project asked for; not {@code all}
 * @param since the commit with which the module was compared; null if it was not
 * @param tests how many tests there were to select from
 * @param selected how many of them were selected
 * @param context how many others run in orders beside them
 * @param everyTestBecause why every test was selected, as a part of a sentence; null if they were chosen one by one
 * @param from what the choice started from, by name: the classes that have changed, or the suspects
 */
public record Selection(
        SelectMode mode,
        @Nullable String since,
        int tests,
        int selected,
        int context,
        @Nullable String everyTestBecause,
        List<String> from) {

    /** Why a test that was not selected is unchecked. */
    public static final String NOT_SELECTED = "not selected";

    /** Checks that no part is larger than its whole. */
    public Selection {
        Objects.requireNonNull(mode, "mode");
        from = List.copyOf(from);
        if (mode == SelectMode.ALL) {
            throw new IllegalArgumentException("where all tests are asked for, none is chosen");
        }
        if (selected < 0 || context < 0 || selected + context > tests) {
            throw new IllegalArgumentException(selected + " and " + context + " of " + tests + " tests");
        }
        if (everyTestBecause != null && selected != tests) {
            throw new IllegalArgumentException("every test, and " + selected + " of " + tests);
        }
    }
}
