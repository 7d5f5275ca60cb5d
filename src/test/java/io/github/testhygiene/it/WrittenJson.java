package io.github.testhygiene.it;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads maps and lists that were JSON. */
final class WrittenJson {

    private WrittenJson() {}

    static Map<String, List<Object>> counts(Object changes) {
        Map<String, List<Object>> counts = new TreeMap<>();
        for (Map<String, Object> change : objects(changes)) {
            counts.put(
                    text(change, "table"),
                    Stream.of("inserted", "updated", "deleted").map(change::get).toList());
        }
        return counts;
    }

    /** A part that is left out where nothing is known, which a sample does not take for nothing. */
    static Object known(Map<String, Object> entry, String name) {
        Object value = entry.get(name);
        if (value == null) {
            throw new AssertionError("No " + name + " of " + entry);
        }
        return value;
    }

    static String nameOf(Map<String, Object> entry) {
        String className = text(entry, "className");
        String method = text(entry, "methodName");
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.')
                + (method.isEmpty() ? "" : "." + method);
    }

    static String text(Map<String, Object> entry, String name) {
        return String.valueOf(entry.getOrDefault(name, ""));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
