package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a violation is.
 *
 * @param className the class that a reader knows, with dots; empty for a resource
 * @param methodName the method in it; null for the class itself and for a field
 * @param source the class whose source file it is; null for a resource
 * @param field the field; null for everything else
 * @param resource the name of the resource in the test output; null for code
 * @param line the line; 0 if it is not known
 */
public record ViolationPlace(
        String className,
        @Nullable String methodName,
        @Nullable ClassFile source,
        @Nullable String field,
        @Nullable String resource,
        int line) {

    /**
     * A step of a method.
     *
     * @param index knows the classes around local ones
     * @param code the method
     * @param step the step
     * @return its line
     */
    public static ViolationPlace of(ClassIndex index, ReachedCode code, Step step) {
        return inMethod(index, code.file(), code.method(), step.line());
    }

    /**
     * A method.
     *
     * @param index knows the classes around local ones
     * @param file its class
     * @param method the method
     * @return its first line
     */
    public static ViolationPlace of(ClassIndex index, ClassFile file, Method method) {
        return inMethod(index, file, method, method.line());
    }

    /**
     * A class.
     *
     * @param file the class
     * @return about where it is declared
     */
    public static ViolationPlace of(ClassFile file) {
        return new ViolationPlace(file.name(), null, file, null, null, file.line());
    }

    /**
     * A field.
     *
     * @param file its class
     * @param field the field
     * @return about where it is declared, which only the source tells exactly
     */
    public static ViolationPlace of(ClassFile file, Field field) {
        return new ViolationPlace(file.name(), null, file, field.name(), null, 0);
    }

    /**
     * A line of a file.
     *
     * @param file the file
     * @param line from 1
     * @return no class
     */
    public static ViolationPlace of(TestFile file, int line) {
        return new ViolationPlace("", null, null, null, file.name(), line);
    }

    /** A local class and a lambda are part of the method around them, as a reader sees it. */
    private static ViolationPlace inMethod(ClassIndex index, ClassFile file, Method method, int line) {
        ClassFile named = file;
        String name = feature(method).orElse(method.name());
        while (named.isLocal()) {
            String around = named.outerMethod();
            Optional<ClassFile> outer = Optional.ofNullable(named.outer()).flatMap(index::find);
            if (outer.isEmpty()) {
                break;
            }
            named = outer.get();
            name = around == null ? "<init>" : around;
        }
        return new ViolationPlace(named.name(), readable(name), file, null, null, line);
    }

    /** What Spock calls a test: its method has a number only. */
    private static Optional<String> feature(Method method) {
        return method.annotations().stream()
                .filter(use -> use.type().equals("org.spockframework.runtime.model.FeatureMetadata"))
                .flatMap(use -> use.texts("name").stream())
                .findFirst();
    }

    /** The body of a lambda is named after the method around it; a reader knows no name of an initialiser. */
    private static @Nullable String readable(String name) {
        String written = Method.writtenName(name);
        // The compiler of JDK 8 calls a lambda in a lambda lambda$null$0.
        boolean isInitialiser = name.startsWith("<")
                || (!written.equals(name) && Set.of("new", "static", "null").contains(written));
        return isInitialiser ? null : written;
    }
}
