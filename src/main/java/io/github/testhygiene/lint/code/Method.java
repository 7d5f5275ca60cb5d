package io.github.testhygiene.lint.code;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method.
 *
 * @param ref its class, name and types
 * @param access its flags, as in {@link Modifier}
 * @param annotations those at it
 * @param parameterAnnotations those at its parameters, together
 * @param steps what it does; empty for classes that are not the tests' own
 * @param caught the exceptions that it catches, with dots; {@code java.lang.Throwable} for all
 * @param line the first of its lines; 0 if it has none
 */
public record Method(
        MethodRef ref,
        int access,
        List<AnnotationUse> annotations,
        List<AnnotationUse> parameterAnnotations,
        List<Step> steps,
        List<String> caught,
        int line) {

    /** Copies the lists. */
    public Method {
        annotations = List.copyOf(annotations);
        parameterAnnotations = List.copyOf(parameterAnnotations);
        steps = List.copyOf(steps);
        caught = List.copyOf(caught);
    }

    /**
     * Its name.
     *
     * @return {@code <init>} for a constructor, {@code <clinit>} for a class's initialisation
     */
    public String name() {
        return ref.name();
    }

    /**
     * The name of the method that it was written in.
     *
     * @return that of the method around a lambda, which Java calls {@code lambda$sells$0} and Kotlin {@code
     *     sells$lambda$0}, {@code new} or {@code static} for a lambda in an initialiser; else its own, without what
     *     Kotlin appends for default values
     */
    public String writtenName() {
        return writtenName(name());
    }

    /**
     * The name of the method that another was written in.
     *
     * @param name as it stands in the class file
     * @return as for {@link #writtenName()}
     */
    public static String writtenName(String name) {
        int lambda = name.indexOf("$lambda$");
        if (name.startsWith("lambda$")) {
            int end = name.indexOf('$', "lambda$".length());
            return end < 0 ? name : name.substring("lambda$".length(), end);
        } else if (lambda > 0) {
            String around = name.substring(0, lambda);
            return around.equals("_init_") ? "new" : around;
        }
        return name.endsWith("$default") ? name.substring(0, name.length() - "$default".length()) : name;
    }

    /**
     * Its calls.
     *
     * @return in their order
     */
    public Stream<Step.Call> calls() {
        return steps.stream().mapMulti((step, calls) -> {
            if (step instanceof Step.Call call) {
                calls.accept(call);
            }
        });
    }

    /**
     * Whether it is static.
     *
     * @return true if so
     */
    public boolean isStatic() {
        return Modifier.isStatic(access);
    }

    /**
     * Whether it has no body.
     *
     * @return true if so
     */
    public boolean isAbstract() {
        return Modifier.isAbstract(access);
    }

    /**
     * Whether the compiler made it.
     *
     * @return true for bodies of lambdas and for bridges
     */
    public boolean isSynthetic() {
        return (access & 0x1000) != 0;
    }

    /**
     * Whether it only calls the method of the same name with the types that a superclass wants.
     *
     * @return true if so
     */
    public boolean isBridge() {
        return (access & 0x40) != 0;
    }

    /**
     * Whether it initialises a class or an object.
     *
     * @return true for constructors and class initialisations
     */
    public boolean isInitialiser() {
        return name().startsWith("<");
    }

    /** A method is known by its class, name and types, as a class is by its name. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Method method && method.ref.equals(ref);
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }
}
