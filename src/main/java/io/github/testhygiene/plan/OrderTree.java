package io.github.testhygiene.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The shape that every order must keep: Jupiter executes the tests of a class in one go, its own methods before those of
 * its nested classes. So an order is a choice of an order at each level.
 */
final class OrderTree {

    private final List<TestUnit> own = new ArrayList<>();
    private final Map<String, OrderTree> classes = new LinkedHashMap<>();

    /**
     * Builds the tree.
     *
     * @param units all units, in the reference order
     */
    static OrderTree of(List<TestUnit> units) {
        OrderTree root = new OrderTree();
        for (TestUnit unit : units) {
            OrderTree node = root;
            for (String level : levels(unit)) {
                node = node.classes.computeIfAbsent(level, name -> new OrderTree());
            }
            node.own.add(unit);
        }
        return root;
    }

    // JVMs of the reference run stay apart, since they may have been launched in different ways. A unit of several
    // tests takes the place of the class that declares their order.
    private static List<String> levels(TestUnit unit) {
        List<String> levels = new ArrayList<>();
        levels.add("launch " + unit.launch());
        for (String className : unit.first().classNames()) {
            levels.add(className);
            if (className.equals(unit.first().orderedBy())) {
                break;
            }
        }
        return levels;
    }

    /** Whether Jupiter executes these tests in an order that their class declares, whatever we plan. */
    private boolean declaresOrder() {
        return !own.isEmpty() && !own.get(0).first().orderedBy().isEmpty();
    }

    List<TestUnit> inReferenceOrder() {
        List<TestUnit> units = new ArrayList<>(own);
        classes.values().forEach(child -> units.addAll(child.inReferenceOrder()));
        return units;
    }

    /** The reference order, with a unit, and the classes around it, as late as their shape allows. */
    List<TestUnit> inReferenceOrderBut(TestUnit last) {
        List<TestUnit> units = new ArrayList<>(own);
        if (!declaresOrder() && units.remove(last)) {
            units.add(last);
        }
        List<OrderTree> children = new ArrayList<>(classes.values());
        children.sort(Comparator.comparing(child -> child.inReferenceOrder().contains(last)));
        children.forEach(child -> units.addAll(child.inReferenceOrderBut(last)));
        return units;
    }

    List<TestUnit> reversed() {
        List<TestUnit> units = new ArrayList<>(own);
        if (!declaresOrder()) {
            Collections.reverse(units);
        }
        List<OrderTree> children = new ArrayList<>(classes.values());
        Collections.reverse(children);
        children.forEach(child -> units.addAll(child.reversed()));
        return units;
    }

    /**
     * A random order. It depends on the set of units and on the source alone, not on the reference order.
     *
     * @param random the source
     */
    List<TestUnit> shuffled(Random random) {
        List<TestUnit> units = new ArrayList<>(own);
        if (!declaresOrder()) {
            units.sort(Comparator.comparing(unit -> unit.first().id()));
            Collections.shuffle(units, random);
        }
        List<String> names = new ArrayList<>(classes.keySet());
        Collections.sort(names);
        Collections.shuffle(names, random);
        for (String name : names) {
            OrderTree child = classes.get(name);
            if (child != null) {
                units.addAll(child.shuffled(random));
            }
        }
        return units;
    }
}
