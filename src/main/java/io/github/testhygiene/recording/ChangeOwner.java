package io.github.testhygiene.recording;

import io.github.testhygiene.model.TestId;

/** Whose work something is. */
sealed interface ChangeOwner {

    /** A test, with the fixtures that run for it alone. */
    record Test(TestId id) implements ChangeOwner {}

    /** The fixtures of a class that run once for all its tests. */
    record Fixtures(String className) implements ChangeOwner {}
}
