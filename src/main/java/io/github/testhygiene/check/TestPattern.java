package io.github.testhygiene.check;

import io.github.testhygiene.model.RecordedTest;
import java.util.function.Predicate;

/**
 * Which tests to check, as the user has written it.
 *
 * @param text the pattern, with the syntax of {@code -Dit.test}
 * @param selection whether it selects a test
 */
public record TestPattern(String text, Predicate<RecordedTest> selection) {}
