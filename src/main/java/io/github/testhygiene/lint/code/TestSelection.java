package io.github.testhygiene.lint.code;

import java.util.Set;
import java.util.function.Supplier;

/** Says which tests of the selected classes run, apart from those that are disabled. */
@FunctionalInterface
public interface TestSelection {

    /** All tests run. */
    TestSelection ALL = (className, methodName, tags) -> true;

    /**
     * Whether a test runs.
     *
     * @param className the class whose instance it is called on, with dots
     * @param methodName the test's method
     * @param tags gives its tags, groups and categories, those of its class among them
     * @return false for a test that is not selected
     */
    boolean runs(String className, String methodName, Supplier<Set<String>> tags);
}
