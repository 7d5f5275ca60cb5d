package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.Reached;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows code of test classes that no test and no fixture reaches, and that no framework calls: methods from which
 * {@code @Test} is missing, and what only tests use that do not run.
 */
public final class NeverRun {

    private NeverRun() {}

    /**
     * Whether a method of a class with tests is executed by nobody.
     *
     * @param code the method
     * @param context knows the tests
     * @return false in doubt
     */
    public static boolean contains(Reached code, LintContext context) {
        ClassFile file = code.file();
        return code.roles().equals(Set.of(Role.OTHER))
                && !file.isGroovy()
                && context.scope().lookup().heirs(file.name()).stream().anyMatch(testClass -> testClass
                        .methods(Set.of(Role.TEST, Role.SKIPPED))
                        .findAny()
                        .isPresent())
                && written(code).noneMatch(method -> mayBeCalled(file, method, context.index()));
    }

    /** The method, or that around a lambda. */
    private static Stream<Method> written(Reached code) {
        Method method = code.method();
        return method.isSynthetic()
                ? code.file().methods().stream()
                        .filter(each -> !each.isSynthetic() && each.name().equals(method.writtenName()))
                : Stream.of(method);
    }

    /** What is annotated, or overrides a library's method, a library may call. */
    private static boolean mayBeCalled(ClassFile file, Method method, ClassIndex index) {
        return method.isInitialiser()
                || !method.annotations().isEmpty()
                || index.superTypes(file.name()).stream()
                        .filter(name -> !index.isOwn(name))
                        .flatMap(name -> index.find(name).stream())
                        .anyMatch(library -> library.method(
                                        method.name(), method.ref().descriptor())
                                .isPresent());
    }

    /** Whether code reads a field of a test class, and all of that code never runs. */
    static boolean isOnlyUseOf(ClassFile file, Field field, LintContext context) {
        List<Reached> running = context.scope().reached().stream()
                .filter(code -> reads(code.method(), field))
                .filter(code -> !contains(code, context))
                .toList();
        return running.isEmpty() && around(file, context).stream().anyMatch(method -> reads(method, field));
    }

    private static Collection<Method> around(ClassFile file, LintContext context) {
        Stream<ClassFile> heirs = context.scope().lookup().heirs(file.name()).stream()
                .map(TestClass::lineage)
                .flatMap(List::stream);
        Stream<ClassFile> nested =
                context.index().ownWithNested(file.name()).stream().flatMap(name -> context.index().own(name).stream());
        return Stream.of(Stream.of(file), heirs, nested)
                .flatMap(files -> files)
                .distinct()
                .flatMap(each -> each.methods().stream())
                .toList();
    }

    /** A field of the same name elsewhere counts as well, so that in doubt the code is one that runs. */
    private static boolean reads(Method method, Field field) {
        return method.steps().stream()
                .anyMatch(step -> step instanceof Step.FieldUse use
                        && !use.isWrite()
                        && use.name().equals(field.name()));
    }
}
