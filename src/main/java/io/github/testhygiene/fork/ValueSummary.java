package io.github.testhygiene.fork;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in a few words what a value is.
 *
 * @param reader looks into it
 */
record ValueSummary(ValueReader reader) {

    private static final int MOST_CHARACTERS = 200;
    private static final int DEEPEST = 2;

    String text(@Nullable Object value) {
        return ValueFormat.cut(text(value, 0), MOST_CHARACTERS);
    }

    private String text(@Nullable Object value, int depth) {
        if (value == null) {
            return "null";
        }
        Optional<String> plain = PlainValues.text(value);
        if (plain.isPresent()) {
            return ValueFormat.text(plain.get());
        }
        if (reader.isOwn(value.getClass())) {
            return own(value, depth);
        }
        Optional<Collection<?>> contents = reader.contents(value);
        if (contents.isEmpty()) {
            return typeName(value.getClass());
        }
        boolean holder =
                value instanceof Optional<?> || value instanceof AtomicReference<?> || value instanceof ThreadLocal<?>;
        if (holder && contents.get().size() == 1) {
            Object held = contents.get().iterator().next();
            return depth < DEEPEST ? text(held, depth + 1) : "…";
        }
        return count(contents.get().size());
    }

    private String own(Object value, int depth) {
        String name = typeName(value.getClass());
        Map<String, @Nullable Object> fields = reader.fields(value);
        String contents = reader.contents(value)
                .map(each -> count(each.size()))
                .map(each -> fields.isEmpty() ? each : each + ", ")
                .orElse("");
        if (depth >= DEEPEST) {
            return fields.isEmpty() ? name + "{" + contents + "}" : name + "{…}";
        }
        return name + "{" + contents
                + fields.entrySet().stream()
                        .map(field -> field.getKey() + "="
                                + ValueFormat.under(field.getKey(), text(field.getValue(), depth + 1)))
                        .collect(Collectors.joining(", "))
                + "}";
    }

    private static String count(int size) {
        return size == 0 ? "empty" : size == 1 ? "1 entry" : size + " entries";
    }

    /** A class's name without its package, and without what differs from one JVM to the next. */
    static String typeName(Class<?> type) {
        if (type.isHidden()) {
            return "lambda";
        } else if (Proxy.isProxyClass(type)) {
            return "proxy";
        }
        String name = type.getName();
        int generated = name.indexOf("$MockitoMock$") >= 0 ? name.indexOf("$MockitoMock$") : name.indexOf("$$");
        String stable = generated > 0 ? name.substring(0, generated) : name;
        return type.isArray() ? type.getSimpleName() : stable.substring(stable.lastIndexOf('.') + 1);
    }
}
