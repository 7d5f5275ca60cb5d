package io.github.testhygiene.model;

import java.util.List;
import java.util.Objects;

/**
 * A test as the reference run's test plan described it.
 *
 * @param id its unique id
 * @param classNames the binary names of the test's classes, outermost first (more than one for nested tests); empty
 *     for engines whose tests are no methods
 * @param methodName the method's name, or the display name for engines whose tests are no methods
 * @param parameterTypes the method's parameter types as JUnit writes them, joined by ", "; empty if none
 * @param displayName the name that JUnit shows
 * @param orderedBy the binary name of the class whose declared order this test belongs to, for example one with
 *     {@code @TestMethodOrder}; empty if the test may stand anywhere
 */
public record RecordedTest(
        TestId id,
        List<String> classNames,
        String methodName,
        String parameterTypes,
        String displayName,
        String orderedBy) {

    /** Copies the list. */
    public RecordedTest {
        Objects.requireNonNull(id, "id");
        classNames = List.copyOf(classNames);
        Objects.requireNonNull(methodName, "methodName");
        Objects.requireNonNull(parameterTypes, "parameterTypes");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(orderedBy, "orderedBy");
    }

    /**
     * The binary name of the class that holds the test.
     *
     * @return for example {@code shop.OrderIT$WhenPaid}; the engine's name if the test is no method
     */
    public String className() {
        return classNames.isEmpty() ? id.engine() : classNames.get(classNames.size() - 1);
    }

    /**
     * The test's top level class.
     *
     * @return its binary name; the engine's name if the test is no method
     */
    public String topLevelClass() {
        return classNames.isEmpty() ? id.engine() : classNames.get(0);
    }

    /**
     * A short name that a person recognises.
     *
     * @return for example {@code OrderIT.counts}
     */
    public String shortName() {
        String name = className();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.') + "." + methodName;
    }

    /**
     * The name with which {@code -Dit.test} and {@code <tests>} select this test.
     *
     * @return for example {@code shop.OrderIT#counts}
     */
    public String selector() {
        return className() + "#" + methodName;
    }

    // Equal tests have the same id, whose text remembers its hash; those of a large suite are looked up a million
    // times.
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
