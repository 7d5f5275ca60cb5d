package io.github.testhygiene.lint.code;

import java.util.Objects;

/**
 * A method as bytecode names it.
 *
 * @param owner the class with dots
 * @param name the method
 * @param descriptor its types, for example {@code (I)V}
 */
public record MethodRef(String owner, String name, String descriptor) {

    /** Checks that all is there. */
    public MethodRef {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(descriptor, "descriptor");
    }
}
