package io.github.testhygiene.lint.code;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known at compile time about a value on the stack. */
public sealed interface Value {

    /** How deep values are followed to where they come from. */
    int DEEPEST = 8;

    /** Nothing is known, or it differs from path to path. */
    record Unknown() implements Value {

        static final Value ANY = new Unknown();
    }

    /**
     * Nothing is known, or it differs from path to path.
     *
     * @return always the same
     */
    static Value unknown() {
        return Unknown.ANY;
    }

    /**
     * A constant.
     *
     * @param value a {@code String}, {@code Integer}, {@code Long}, {@code Float} or {@code Double}; booleans and
     *     characters are integers in bytecode
     */
    record Constant(Object value) implements Value {

        /** Checks that there is a value. */
        public Constant {
            Objects.requireNonNull(value, "value");
        }
    }

    /** The null constant. */
    record Null() implements Value {}

    /**
     * A class literal.
     *
     * @param className the class with dots
     */
    record ClassLiteral(String className) implements Value {}

    /**
     * A string made of constant parts and others.
     *
     * @param recipe the parts in their order, with {@code \1} for each that is not constant
     * @param parts what is not constant
     */
    record Concatenation(String recipe, List<Value> parts) implements Value {

        /** Copies the list. */
        public Concatenation {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Value> from() {
            return parts;
        }
    }

    /**
     * What a call returned.
     *
     * @param owner the class that the call names, with dots; empty for a call that is resolved at run time
     * @param name the method
     * @param descriptor its types
     * @param inputs the receiver, if there is one, and the arguments
     */
    record Result(String owner, String name, String descriptor, List<Value> inputs) implements Value {

        /** Copies the list. */
        public Result {
            inputs = List.copyOf(inputs);
        }

        @Override
        public List<Value> from() {
            return inputs;
        }
    }

    /**
     * What a field held.
     *
     * @param owner the class that declares it, or inherits it, with dots
     * @param name the field
     * @param isStatic whether it is static
     */
    record FieldValue(String owner, String name, boolean isStatic) implements Value {}

    /**
     * A new object.
     *
     * @param className its class with dots
     * @param arguments what its constructor got; empty also if two paths made it from different values
     */
    record Created(String className, List<Value> arguments) implements Value {

        @Override
        public List<Value> from() {
            return arguments;
        }
    }

    /**
     * A lambda or method reference.
     *
     * @param target the method that has its body
     * @param functionalInterface what it is an instance of, with dots
     */
    record Lambda(MethodRef target, String functionalInterface) implements Value {}

    /**
     * An array, or a value computed from others.
     *
     * @param from what it holds or comes from
     * @param elements the class of an array's elements, with dots; empty if it is no array of objects
     */
    record Derived(List<Value> from, String elements) implements Value {}

    /**
     * A parameter of the method, or {@code this}.
     *
     * @param index 0 for {@code this} of an instance method and for the first parameter of a static one, and so on,
     *     with two for each {@code long} and {@code double}
     */
    record Parameter(int index) implements Value {}

    /**
     * What it directly comes from.
     *
     * @return empty if it comes from nothing that is known
     */
    default List<Value> from() {
        return List.of();
    }

    /**
     * Whether it, or what it comes from, is something.
     *
     * @param test says what
     * @return true if so
     */
    default boolean contains(Predicate<Value> test) {
        if (test.test(this)) {
            return true;
        }
        for (Value each : from()) {
            if (each.contains(test)) {
                return true;
            }
        }
        return false;
    }

    /**
     * It and everything that it comes from.
     *
     * @return at least itself
     */
    default Stream<Value> all() {
        return Stream.concat(Stream.of(this), from().stream().flatMap(Value::all));
    }

    /**
     * The text, if it is a constant string.
     *
     * @return null if it is not
     */
    default @Nullable String text() {
        return this instanceof Constant constant && constant.value() instanceof String text ? text : null;
    }

    /**
     * The number, if it is a constant integer, boolean or character.
     *
     * @return null if it is not
     */
    default @Nullable Integer number() {
        return this instanceof Constant constant && constant.value() instanceof Integer number ? number : null;
    }
}
