package io.github.testhygiene.lint.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds tests and the code that they reach without a look at all of them, for what is asked of thousands of classes one
 * by one. Safe for use by several threads.
 */
public final class ScopeIndex {

    /**
     * A field is written.
     *
     * @param file the class that writes it
     * @param use the step
     */
    public record Write(ClassFile file, Step.FieldUse use) {}

    private final CallTargets targets;
    private final Collection<ReachedCode> reached;
    private final Map<String, List<TestClass>> subclasses = new HashMap<>();
    private final Map<String, List<ReachedCode>> byClass = new HashMap<>();
    private final Map<String, List<Write>> writes = new HashMap<>();
    private final Map<MethodRef, List<MethodRef>> callers = new HashMap<>();
    private final Map<MethodRef, Set<MethodRef>> reaching = new ConcurrentHashMap<>();

    ScopeIndex(CallTargets targets, Collection<TestClass> testClasses, Collection<ReachedCode> reached) {
        this.targets = targets;
        this.reached = reached;
        for (TestClass testClass : testClasses) {
            testClass.lineage().forEach(file -> add(subclasses, file.name(), testClass));
        }
        for (ReachedCode code : reached) {
            add(byClass, code.file().name(), code);
            for (Step step : code.method().steps()) {
                if (step instanceof Step.FieldUse use && use.isWrite()) {
                    add(writes, use.name(), new Write(code.file(), use));
                }
            }
        }
    }

    private static <K, V> void add(Map<K, List<V>> map, K key, V value) {
        map.computeIfAbsent(key, each -> new ArrayList<>()).add(value);
    }

    /**
     * The test classes that are a class or inherit it.
     *
     * @param className with dots
     * @return in their order
     */
    public List<TestClass> subclasses(String className) {
        return subclasses.getOrDefault(className, List.of());
    }

    /**
     * The code of a class that tests reach.
     *
     * @param className with dots
     * @return in the order in which it is reached
     */
    public List<ReachedCode> reachedIn(String className) {
        return byClass.getOrDefault(className, List.of());
    }

    /**
     * Where the code that tests reach writes to fields of some name.
     *
     * @param field the field's name
     * @return in the order in which it is reached
     */
    public List<Write> writes(String field) {
        return writes.getOrDefault(field, List.of());
    }

    /**
     * What reaches a method, by whatever branch.
     *
     * @param method the method
     * @return itself, and the methods among those that tests reach that reach it
     */
    public Set<MethodRef> reaching(MethodRef method) {
        return reaching.computeIfAbsent(method, this::searched);
    }

    private Set<MethodRef> searched(MethodRef method) {
        Set<MethodRef> found = new HashSet<>(Set.of(method));
        Deque<MethodRef> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (MethodRef caller : callers().getOrDefault(open.poll(), List.of())) {
                if (found.add(caller)) {
                    open.add(caller);
                }
            }
        }
        return found;
    }

    private Map<MethodRef, List<MethodRef>> callers() {
        synchronized (callers) {
            if (callers.isEmpty()) {
                for (ReachedCode code : reached) {
                    code.method().steps().stream()
                            .flatMap(step -> targets.of(step).stream())
                            .map(target -> target.method().ref())
                            .distinct()
                            .forEach(
                                    called -> add(callers, called, code.method().ref()));
                }
            }
            return callers;
        }
    }
}
