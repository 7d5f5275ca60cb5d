package io.github.testhygiene.lint.code;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class whose tests are executed.
 *
 * @param file the class
 * @param lineage it and what it extends and implements, as far as these are the tests' own
 * @param methods its methods, and those that it inherits and does not override
 * @param annotations those of the class with all that they are composed of, inherited ones and those of the class around
 *     it, the nearest first
 * @param isPerClass whether one instance serves all its tests
 */
public record TestClass(
        ClassFile file,
        List<ClassFile> lineage,
        List<TestMethod> methods,
        List<Annotations.Placed> annotations,
        boolean isPerClass) {

    /** Copies the lists. */
    public TestClass {
        lineage = List.copyOf(lineage);
        methods = List.copyOf(methods);
        annotations = List.copyOf(annotations);
    }

    /**
     * Its methods that are executed at some time.
     *
     * @param roles when
     * @return in the order of the class file, its own first
     */
    public Stream<TestMethod> methods(Set<Role> roles) {
        return methods.stream().filter(each -> roles.contains(each.role()));
    }

    /**
     * Its tests.
     *
     * @return in the order of the class file, its own first
     */
    public List<TestMethod> tests() {
        return methods(Set.of(Role.TEST)).toList();
    }
}
