package io.github.testhygiene.report.json;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a value lacks that was read from JSON: a component of a record that is null and not marked as nullable. Whoever
 * uses the value would run into it later, far from the file that is to blame.
 */
final class MissingComponent {

    private final Map<Class<?>, RecordComponent[]> components = new HashMap<>();

    private MissingComponent() {}

    /**
     * Searches records, lists and maps, to any depth.
     *
     * @param value what was read
     * @return the path of the first missing part, such as {@code tests[3].id}; empty if nothing is missing
     */
    static Optional<String> find(@Nullable Object value) {
        String path = new MissingComponent().path(value, false);
        return Optional.ofNullable(path).map(found -> found.startsWith(".") ? found.substring(1) : found);
    }

    private @Nullable String path(@Nullable Object value, boolean mayBeNull) {
        if (value == null) {
            return mayBeNull ? null : "";
        } else if (value instanceof Record of) {
            return inRecord(of);
        } else if (value instanceof Collection<?> collection) {
            return inCollection(collection);
        } else if (value instanceof Map<?, ?> map) {
            return inCollection(map.values());
        }
        return null;
    }

    private @Nullable String inRecord(Record value) {
        for (RecordComponent each : components.computeIfAbsent(value.getClass(), type -> type.getRecordComponents())) {
            String found = each.getType().isPrimitive() ? null : path(valueOf(each, value), isNullable(each));
            if (found != null) {
                return "." + each.getName() + found;
            }
        }
        return null;
    }

    private @Nullable String inCollection(Collection<?> values) {
        Iterator<?> each = values.iterator();
        for (int i = 0; each.hasNext(); i++) {
            String found = path(each.next(), false);
            if (found != null) {
                return "[" + i + "]" + found;
            }
        }
        return null;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object valueOf(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
