package io.github.testhygiene.model;

import java.util.Objects;

/**
 * Names one test: the JUnit Platform's unique id of a test method (a parameterized test is one test).
 *
 * @param value for example {@code [engine:junit-jupiter]/[class:shop.OrderIT]/[method:counts()]}; never blank
 */
public record TestId(String value) implements Comparable<TestId> {

    /** Checks that the id is not blank. */
    public TestId {
        if (Objects.requireNonNull(value, "value").isBlank()) {
            throw new IllegalArgumentException("a test id is blank");
        }
    }

    /**
     * The engine that found the test.
     *
     * @return for example {@code junit-jupiter}; empty if the id does not start with an engine
     */
    public String engine() {
        String prefix = "[engine:";
        int end = value.indexOf(']');
        return value.startsWith(prefix) && end > 0 ? value.substring(prefix.length(), end) : "";
    }

    @Override
    public int compareTo(TestId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
