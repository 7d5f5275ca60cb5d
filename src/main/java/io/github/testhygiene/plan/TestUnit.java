package io.github.testhygiene.plan;

import io.github.testhygiene.model.RecordedTest;
import java.util.List;

/**
 * Tests that are moved as a whole: one test, or all tests of a class that declares their order.
 *
 * @param launch the index of the recorded JVM that executed it
 * @param tests in the reference order; at least one
 */
public record TestUnit(int launch, List<RecordedTest> tests) {

    /** Checks that there is a test. */
    public TestUnit {
        tests = List.copyOf(tests);
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("a unit without tests");
        }
    }

    /**
     * The unit's first test, which gives it its place and its name.
     *
     * @return the test
     */
    public RecordedTest first() {
        return tests.get(0);
    }

    /**
     * A name for logs and labels.
     *
     * @return the test's short name, or the ordered class's
     */
    public String name() {
        if (tests.size() == 1) {
            return first().shortName();
        }
        String name = first().orderedBy();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    // Equal units have the same first test; those of a large suite are looked up a million times.
    @Override
    public int hashCode() {
        return first().hashCode();
    }
}
