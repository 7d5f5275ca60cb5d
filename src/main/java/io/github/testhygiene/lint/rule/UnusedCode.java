package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows code of test classes that no test and no fixture reaches, and that no framework calls: methods from which
 * {@code @Test} is missing, and what only tests use that do not run.
 */
public final class UnusedCode {

    private UnusedCode() {}

    /**
     * Whether a method of a class with tests is executed by nobody.
     *
     * @param code the method
     * @param context knows the tests
     * @return false in doubt
     */
    public static boolean contains(ReachedCode code, LintContext context) {
        ClassFile file = code.file();
        return code.roles().equals(Set.of(Role.OTHER))
                && !file.isGroovy()
                && context.scope().lookup().subclasses(file.name()).stream().anyMatch(testClass -> testClass
                        .methods(Set.of(Role.TEST, Role.SKIPPED))
                        .findAny()
                        .isPresent())
                && written(code).noneMatch(method -> mayBeCalled(file, method, context.index()));
    }

    /** The method, or that around a lambda. */
    private static Stream<Method> written(ReachedCode code) {
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

    /** The names of the fields that code reads which is executed, of whatever class they are. */
    static Set<String> fieldsRead(LintContext context) {
        return context.scope().reached().stream()
                .filter(code -> !contains(code, context))
                .flatMap(code -> reads(code.method()))
                .collect(Collectors.toSet());
    }

    /**
     * The fields of a test class that code reads, and all of that code never runs. A field of the same name elsewhere counts
     * as well, so that in doubt the code is one that runs.
     */
    static Set<String> onlyUsed(ClassFile file, LintContext context) {
        Set<String> running = context.readFields();
        Set<String> unread = file.fields().stream()
                .map(Field::name)
                .filter(name -> !running.contains(name))
                .collect(Collectors.toSet());
        return unread.isEmpty()
                ? Set.of()
                : around(file, context)
                        .flatMap(UnusedCode::reads)
                        .filter(unread::contains)
                        .collect(Collectors.toSet());
    }

    private static Stream<Method> around(ClassFile file, LintContext context) {
        Stream<ClassFile> subclasses = context.scope().lookup().subclasses(file.name()).stream()
                .map(TestClass::lineage)
                .flatMap(List::stream);
        Stream<ClassFile> nested =
                context.index().ownWithNested(file.name()).stream().flatMap(name -> context.index().own(name).stream());
        return Stream.of(Stream.of(file), subclasses, nested)
                .flatMap(files -> files)
                .distinct()
                .flatMap(each -> each.methods().stream());
    }

    private static Stream<String> reads(Method method) {
        return method.steps().stream()
                .filter(step -> step instanceof Step.FieldUse use && !use.isWrite())
                .map(step -> ((Step.FieldUse) step).name());
    }
}
