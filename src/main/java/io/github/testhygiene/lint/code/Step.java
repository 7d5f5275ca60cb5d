package io.github.testhygiene.lint.code;

import java.util.List;

/** Something that a method does, in the order of its bytecode. */
public sealed interface Step {

    /**
     * Where it stands.
     *
     * @return the line in the source file; 0 if the class was compiled without lines
     */
    int line();

    /**
     * Whether the method can end without doing it, other than by an exception.
     *
     * @return true in a branch, a loop's body, a handler, and after an early return
     */
    boolean conditional();

    /** How a method is called. */
    enum CallKind {
        /** A static method. */
        STATIC,
        /** A constructor, a private method or one of the superclass. */
        SPECIAL,
        /** A method that subclasses can override. */
        VIRTUAL,
        /** Resolved at run time, as in Groovy. */
        DYNAMIC
    }

    /**
     * A call.
     *
     * @param kind how
     * @param target what; a constructor is named {@code <init>}; a dynamic call, and a function of Kotlin's whose body
     *     is copied here, have an empty owner
     * @param receiver the object; unknown for a static call
     * @param arguments what is passed
     * @param line where
     * @param conditional whether it may be left out
     */
    record Call(CallKind kind, MethodRef target, Value receiver, List<Value> arguments, int line, boolean conditional)
            implements Step {

        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        /**
         * The class that the call names.
         *
         * @return with dots
         */
        public String owner() {
            return target.owner();
        }

        /**
         * The method's name.
         *
         * @return {@code <init>} for a constructor
         */
        public String name() {
            return target.name();
        }

        /**
         * Whether it is a constructor's call.
         *
         * @return true for {@code new} and for {@code super(…)}
         */
        public boolean isConstruction() {
            return name().equals("<init>");
        }

        /**
         * An argument.
         *
         * @param index from 0
         * @return unknown if there are not so many
         */
        public Value argument(int index) {
            return index < arguments.size() ? arguments.get(index) : Value.unknown();
        }
    }

    /**
     * A field is read or written.
     *
     * @param owner the class that the code names, with dots
     * @param name the field
     * @param descriptor its type
     * @param isStatic whether it is static
     * @param isWrite whether it is written
     * @param value what is written; unknown when it is read
     * @param line where
     * @param conditional whether it may be left out
     */
    record FieldUse(
            String owner,
            String name,
            String descriptor,
            boolean isStatic,
            boolean isWrite,
            Value value,
            int line,
            boolean conditional)
            implements Step {}

    /**
     * A constant string, or the constant parts of one that is put together.
     *
     * @param text the string, with {@code \1} for each part that is not constant
     * @param line where
     * @param conditional whether it may be left out
     */
    record Literal(String text, int line, boolean conditional) implements Step {}

    /**
     * A lambda or method reference is made.
     *
     * @param target the method that has its body
     * @param functionalInterface what it is an instance of, with dots
     * @param line where
     * @param conditional whether it may be left out
     */
    record LambdaUse(MethodRef target, String functionalInterface, int line, boolean conditional) implements Step {}
}
