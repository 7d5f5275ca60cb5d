package io.github.testhygiene.selection;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of other classes. Names are internal ones, such as {@code shop/Order$Line}.
 *
 * @param name the class
 * @param source its source file below a source root, by its package; null if it does not say
 * @param superName what it extends; null for nothing
 * @param interfaces what it implements
 * @param uses what else it names: types of fields, parameters and locals, what its code calls, annotations and the classes
 *     in them, nested classes, and what was inlined from Kotlin
 * @param constants the constants that the compiler may have copied into other classes, without a trace of where they
 *     are from
 */
record ClassFacts(
        String name,
        @Nullable String source,
        @Nullable String superName,
        List<String> interfaces,
        Set<String> uses,
        Set<String> constants) {

    ClassFacts {
        interfaces = List.copyOf(interfaces);
        uses = Set.copyOf(uses);
        constants = Set.copyOf(constants);
    }
}
