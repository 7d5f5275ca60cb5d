package io.github.testhygiene.mojo;

import io.github.testhygiene.model.RecordedTest;
import java.util.function.Predicate;

/**
 * Which tests to check, as the user has written it.
 *
 * @param text the pattern, with the syntax of {@code -Dit.test}
 * @param selection whether it selects a test
 */
record TestPattern(String text, Predicate<RecordedTest> selection) {}
