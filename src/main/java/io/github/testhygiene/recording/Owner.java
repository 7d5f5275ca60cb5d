package io.github.testhygiene.recording;

import io.github.testhygiene.model.TestId;

/** Whose work something is. */
sealed interface Owner {

    /** A test, with the fixtures that run for it alone. */
    record Test(TestId id) implements Owner {}

    /** The fixtures of a class that run once for all its tests. */
    record Fixtures(String className) implements Owner {}
}
