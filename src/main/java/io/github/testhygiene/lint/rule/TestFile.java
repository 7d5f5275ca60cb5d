package io.github.testhygiene.lint.rule;

import java.util.List;
import java.util.Objects;

/**
 * A text file in the test output, such as a resource.
 *
 * @param name its path in the test output, with slashes
 * @param lines its lines
 */
public record TestFile(String name, List<String> lines) {

    /** Copies the list. */
    public TestFile {
        Objects.requireNonNull(name, "name");
        lines = List.copyOf(lines);
    }

    /**
     * The file's own name.
     *
     * @return without folders
     */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
