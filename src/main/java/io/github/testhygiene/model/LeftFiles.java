package io.github.testhygiene.model;

import java.util.List;
import java.util.Objects;

/**
 * What one test leaves outside the build directory.
 *
 * @param test the test
 * @param names the files, relative to the module and with slashes; at least one
 */
public record LeftFiles(TestId test, List<String> names) {

    /** Copies the list. */
    public LeftFiles {
        Objects.requireNonNull(test, "test");
        names = List.copyOf(names);
    }
}
