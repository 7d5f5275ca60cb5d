package io.github.testhygiene.fork;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * The static fields of classes, as they are at a moment. Those that cannot change are left out, and those that cannot be
 * read.
 *
 * @param classes by class, then by field
 */
record StaticFields(Map<String, Map<String, State>> classes) {

    /**
     * What is known of a field.
     *
     * @param constant whether it always holds the same object
     * @param value what it holds
     */
    record State(boolean constant, ValueDescription value) {}

    static StaticFields of(List<Class<?>> types, ValueReader reader) {
        Map<String, Map<String, State>> classes = new LinkedHashMap<>();
        types.forEach(type -> classes.put(type.getName(), of(type, reader)));
        return new StaticFields(classes);
    }

    static Map<String, State> of(Class<?> type, ValueReader reader) {
        Map<String, State> states = new LinkedHashMap<>();
        for (Field field : fields(type)) {
            try {
                ValueDescription value = reader.read(ValueReader.get(field, null));
                boolean constant = Modifier.isFinal(field.getModifiers());
                boolean neverChanges = constant && value.kind() == ValueDescription.Kind.IMMUTABLE;
                if (!neverChanges) {
                    states.put(field.getName(), new State(constant, value));
                }
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                // As when it is changed just now by another thread: nothing is said of it.
            }
        }
        return states;
    }

    /** Those that may change at all, and that somebody has written. */
    static List<Field> fields(Class<?> type) {
        try {
            return List.of(type.getDeclaredFields()).stream()
                    .filter(field -> Modifier.isStatic(field.getModifiers()))
                    .filter(field -> !field.isSynthetic() && !isGenerated(field.getName()))
                    .filter(field -> !isConstant(field))
                    .toList();
        } catch (LinkageError | RuntimeException e) {
            return List.of(); // a field's class is not there
        }
    }

    // Coverage, Kotlin, Groovy.
    private static boolean isGenerated(String name) {
        return name.startsWith("$") || name.startsWith("__$") || name.equals("metaClass");
    }

    private static boolean isConstant(Field field) {
        Class<?> type = field.getType();
        return Modifier.isFinal(field.getModifiers())
                && (type.isPrimitive() || type == String.class || type.isEnum() || type == Class.class);
    }
}
