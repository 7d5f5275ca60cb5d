package io.github.testhygiene.lint.code;

import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field.
 *
 * @param name its name
 * @param type its class with dots; for an array that of its elements, for a primitive {@code int} and so on
 * @param dimensions of an array; else 0
 * @param access its flags, as in {@link Modifier}
 * @param annotations those at it
 * @param constant its constant; null if it has none
 */
public record Field(
        String name,
        String type,
        int dimensions,
        int access,
        List<AnnotationUse> annotations,
        @Nullable Object constant) {

    /** Copies the list. */
    public Field {
        annotations = List.copyOf(annotations);
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
     * Whether it is final.
     *
     * @return true if so
     */
    public boolean isFinal() {
        return Modifier.isFinal(access);
    }

    /**
     * Whether the compiler made it.
     *
     * @return true if so
     */
    public boolean isSynthetic() {
        return (access & 0x1000) != 0;
    }
}
