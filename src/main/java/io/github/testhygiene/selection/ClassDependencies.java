package io.github.testhygiene.selection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which classes of a module reach which: by naming them, and from whatever is used as its supertype, since code that gets
 * a {@code Gateway} may run any of them. Who merely extends a class does not reach those that extend it, too.
 */
final class ClassDependencies {

    /**
     * A class as it is reached.
     *
     * @param name the class
     * @param used whether something has its type, and is not merely derived from it
     */
    private record Node(String name, boolean used) {}

    private final ModuleClasses classes;
    private final Map<Node, Set<Node>> reachedBy = new HashMap<>();

    /**
     * Works out who reaches whom.
     *
     * @param classes the module's classes
     * @param copied for each class those from which the compiler may have copied constants into it
     */
    ClassDependencies(ModuleClasses classes, Map<String, Set<String>> copied) {
        this.classes = classes;
        for (ClassFacts each : classes.byName().values()) {
            addUses(each, copied.getOrDefault(each.name(), Set.of()));
            addParents(each);
        }
    }

    private void addUses(ClassFacts each, Set<String> copied) {
        for (boolean used : List.of(true, false)) {
            Node from = new Node(each.name(), used);
            each.uses().forEach(name -> add(from, new Node(name, true)));
            copied.forEach(name -> add(from, new Node(name, true)));
        }
    }

    private void addParents(ClassFacts each) {
        Set<String> parents = new HashSet<>(each.interfaces());
        if (each.superName() != null) {
            parents.add(each.superName());
        }
        for (String parent : parents) {
            add(new Node(each.name(), true), new Node(parent, false));
            add(new Node(each.name(), false), new Node(parent, false));
            if (classes.tested().contains(each.name())) {
                add(new Node(parent, true), new Node(each.name(), true));
            }
        }
    }

    private void add(Node from, Node to) {
        if (classes.byName().containsKey(to.name()) && classes.byName().containsKey(from.name())) {
            reachedBy.computeIfAbsent(to, key -> new HashSet<>()).add(from);
        }
    }

    /**
     * All classes that reach one of these.
     *
     * @param changed internal names
     * @return with these themselves
     */
    Set<String> reaching(Set<String> changed) {
        Set<Node> seen = new HashSet<>();
        for (String each : changed) {
            seen.add(new Node(each, true));
            seen.add(new Node(each, false));
        }
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Node from : reachedBy.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(from)) {
                    open.add(from);
                }
            }
        }
        Set<String> names = new HashSet<>();
        seen.forEach(node -> names.add(node.name()));
        return names;
    }
}
