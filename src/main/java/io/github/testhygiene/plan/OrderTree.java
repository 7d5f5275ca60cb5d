package io.github.testhygiene.plan;

import java.util.ArrayList;
import java.util.Collection;
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
    boolean declaresOrder() {
        return !own.isEmpty() && !own.get(0).first().orderedBy().isEmpty();
    }

    /** The units of this level, in the reference order. */
    List<TestUnit> own() {
        return Collections.unmodifiableList(own);
    }

    /** The launches, classes or nested classes of this level, in the reference order. */
    Collection<OrderTree> children() {
        return Collections.unmodifiableCollection(classes.values());
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
        shuffledClasses(random).forEach(child -> units.addAll(child.shuffled(random)));
        return units;
    }

    /** How many rows {@link #tuscan} has for the largest class; 0 if no class has two tests that can change places. */
    int tuscanRows() {
        int rows = declaresOrder() || own.size() < 2 ? 0 : TuscanSquare.rows(own.size());
        for (OrderTree child : classes.values()) {
            rows = Math.max(rows, child.tuscanRows());
        }
        return rows;
    }

    /**
     * The tests of each class in a row of its Tuscan square, the classes in a random order.
     *
     * @param row which row; small classes begin again
     * @param random where the order of the classes comes from
     */
    List<TestUnit> tuscan(int row, Random random) {
        List<TestUnit> units = new ArrayList<>();
        if (declaresOrder() || own.size() < 2) {
            units.addAll(own);
        } else {
            TuscanSquare.row(own.size(), row).forEach(number -> units.add(own.get(number)));
        }
        shuffledClasses(random).forEach(child -> units.addAll(child.tuscan(row, random)));
        return units;
    }

    private List<OrderTree> shuffledClasses(Random random) {
        List<Map.Entry<String, OrderTree>> sorted = new ArrayList<>(classes.entrySet());
        sorted.sort(Map.Entry.comparingByKey());
        Collections.shuffle(sorted, random);
        return sorted.stream().map(Map.Entry::getValue).toList();
    }
}
