package io.github.testhygiene.lint.code;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An annotation at a class, method, field or parameter.
 *
 * @param type its class with dots
 * @param values what stands in it, by name; what is left out is missing. A value is a constant, a {@link ClassName}, an
 *     {@link EnumName}, an {@link AnnotationUse}, or a list of these
 */
public record AnnotationUse(String type, Map<String, Object> values) {

    /** Copies the map. */
    public AnnotationUse {
        values = Map.copyOf(values);
    }

    /**
     * A class literal.
     *
     * @param name the class with dots
     */
    public record ClassName(String name) {}

    /**
     * An enum's constant.
     *
     * @param type the enum with dots
     * @param name the constant
     */
    public record EnumName(String type, String name) {}

    /**
     * The annotation's name without its package.
     *
     * @return for example {@code Test}
     */
    public String simpleName() {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    /**
     * The values of an element, be it a list or a single one.
     *
     * @param name the element
     * @return empty if it is left out
     */
    public List<Object> list(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? List.copyOf(list) : List.of(value);
    }

    /**
     * The strings of an element.
     *
     * @param name the element
     * @return empty if it is left out
     */
    public List<String> texts(String name) {
        return list(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /**
     * The classes that an element names.
     *
     * @param name the element
     * @return with dots; empty if it is left out
     */
    public List<String> classes(String name) {
        return list(name).stream()
                .filter(ClassName.class::isInstance)
                .map(each -> ((ClassName) each).name())
                .toList();
    }

    /**
     * The name of an enum's constant.
     *
     * @param name the element
     * @return null if it is left out
     */
    public @Nullable String constant(String name) {
        return values.get(name) instanceof EnumName constant ? constant.name() : null;
    }

    /**
     * All classes that it names, in annotations within it as well.
     *
     * @return with dots
     */
    public Stream<String> allClasses() {
        return values.keySet().stream()
                .sorted()
                .flatMap(key -> list(key).stream())
                .flatMap(AnnotationUse::classesIn);
    }

    /**
     * The annotations within it, as a container of a repeated one has them.
     *
     * @return empty if it has none
     */
    public Stream<AnnotationUse> inner() {
        return values.keySet().stream()
                .sorted()
                .flatMap(key -> list(key).stream())
                .filter(AnnotationUse.class::isInstance)
                .map(AnnotationUse.class::cast);
    }

    private static Stream<String> classesIn(Object value) {
        if (value instanceof ClassName literal) {
            return Stream.of(literal.name());
        }
        return value instanceof AnnotationUse inner ? inner.allClasses() : Stream.empty();
    }
}
