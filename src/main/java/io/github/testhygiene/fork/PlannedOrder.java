package io.github.testhygiene.fork;

import io.github.testhygiene.model.RecordedTest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order that a re-run has to keep, as ranks of siblings: the classes within one class, the methods of one class. A
 * nested class that several classes inherit is one class with several places, and JUnit does not tell which of them it
 * asks about; but it asks from the first place to the last, so the n-th answer about the same siblings is the n-th place's.
 */
final class PlannedOrder {

    // JUnit makes the orderers by itself; a re-run has one plan for its whole life.
    private static volatile PlannedOrder current = new PlannedOrder(List.of());

    private final Map<Set<String>, Deque<Map<String, Integer>>> classes = new HashMap<>();
    private final Map<Set<String>, Deque<Map<String, Integer>>> methods = new HashMap<>();

    private PlannedOrder(List<RecordedTest> tests) {
        Map<List<String>, Map<String, Integer>> classesWithin = new LinkedHashMap<>();
        Map<List<String>, Map<String, Integer>> methodsOf = new LinkedHashMap<>();
        for (int rank = 0; rank < tests.size(); rank++) {
            RecordedTest test = tests.get(rank);
            List<String> names = test.classNames();
            for (int depth = 0; depth < names.size(); depth++) {
                put(classesWithin, names.subList(0, depth), names.get(depth), rank);
            }
            String method = methodKey(test.className(), test.methodName(), test.parameterTypes());
            put(methodsOf, names, method, rank);
        }
        classesWithin.values().forEach(siblings -> place(classes, siblings));
        methodsOf.values().forEach(siblings -> place(methods, siblings));
    }

    private static void put(
            Map<List<String>, Map<String, Integer>> places, List<String> place, String sibling, int rank) {
        places.computeIfAbsent(place, first -> new HashMap<>()).putIfAbsent(sibling, rank);
    }

    private static void place(Map<Set<String>, Deque<Map<String, Integer>>> places, Map<String, Integer> siblings) {
        places.computeIfAbsent(Set.copyOf(siblings.keySet()), first -> new ArrayDeque<>())
                .add(siblings);
    }

    static void set(List<RecordedTest> tests) {
        current = new PlannedOrder(tests);
    }

    static PlannedOrder current() {
        return current;
    }

    /** The ranks of sibling classes, by name; empty if they are not planned. */
    Map<String, Integer> ofClasses(Collection<String> names) {
        return next(classes, names);
    }

    /** The ranks of the methods of a class, by {@link #methodKey}; empty if they are not planned. */
    Map<String, Integer> ofMethods(Collection<String> keys) {
        return next(methods, keys);
    }

    private static synchronized Map<String, Integer> next(
            Map<Set<String>, Deque<Map<String, Integer>>> places, Collection<String> siblings) {
        Deque<Map<String, Integer>> candidates = places.get(Set.copyOf(siblings));
        if (candidates == null) {
            return Map.of();
        }
        Map<String, Integer> ranks = candidates.remove();
        candidates.add(ranks);
        return ranks;
    }

    /** Tells methods apart; parameter types are written as JUnit writes them. */
    static String methodKey(Class<?> type, String methodName, Class<?>... parameterTypes) {
        return methodKey(
                type.getName(),
                methodName,
                List.of(parameterTypes).stream().map(Class::getName).collect(Collectors.joining(", ")));
    }

    private static String methodKey(String className, String methodName, String parameterTypes) {
        return className + "#" + methodName + "(" + parameterTypes + ")";
    }
}
