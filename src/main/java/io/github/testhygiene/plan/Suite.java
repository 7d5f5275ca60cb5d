package io.github.testhygiene.plan;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunRequest.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The tests that are to be checked, and the runs that can be made of them. */
public final class Suite {

    private static final String ORDERABLE_ENGINE = "junit-jupiter";

    private final List<TestUnit> units;
    private final OrderTree tree;
    private final boolean jvmPerClass;
    private final Map<TestId, TestUnit> unitsByTest = new HashMap<>();

    /**
     * Of units.
     *
     * @param units all units, in the reference order
     * @param jvmPerClass whether the reference run gave every class a JVM of its own ({@code reuseForks=false}), so
     *     that every run must do so, too
     */
    public Suite(List<TestUnit> units, boolean jvmPerClass) {
        this.units = List.copyOf(units);
        this.jvmPerClass = jvmPerClass;
        this.tree = OrderTree.of(units.stream().filter(Suite::orderable).toList());
        units.forEach(unit -> unit.tests().forEach(test -> unitsByTest.putIfAbsent(test.id(), unit)));
    }

    /**
     * The units.
     *
     * @return in the reference order
     */
    public List<TestUnit> units() {
        return units;
    }

    /**
     * Whether we can impose the order of a unit: we can where Jupiter executes it.
     *
     * @param unit a unit
     * @return true if so
     */
    public static boolean orderable(TestUnit unit) {
        return orderable(unit.first());
    }

    /**
     * Whether we can impose the order of a test.
     *
     * @param test a test
     * @return true if so
     */
    public static boolean orderable(RecordedTest test) {
        return test.id().engine().equals(ORDERABLE_ENGINE);
    }

    /**
     * A unit alone.
     *
     * @param unit the unit
     * @param kind alone, or confirm
     * @return the run
     */
    public RunRequest alone(TestUnit unit, RunKind kind) {
        return new RunRequest(kind.label() + ":" + unit.name(), kind, segments(List.of(unit)));
    }

    /**
     * The units in the reference order.
     *
     * @return at least one unit if there is an orderable one
     */
    List<TestUnit> referenceOrder() {
        return tree.inReferenceOrder();
    }

    /**
     * The units in the reverse order.
     *
     * @return as many as {@link #referenceOrder()}
     */
    List<TestUnit> reverseOrder() {
        return tree.reversed();
    }

    /**
     * The units in a random order.
     *
     * @param random where the order comes from
     * @return as many as {@link #referenceOrder()}
     */
    List<TestUnit> shuffledOrder(Random random) {
        return tree.shuffled(random);
    }

    /**
     * The units in an order that turns pairs of writers and readers.
     *
     * @param open the pairs
     * @param numbers the number of each unit there, by its first test
     * @param base the order that it follows otherwise
     * @return as many as {@link #referenceOrder()}
     */
    List<TestUnit> directedOrder(OpenPairs open, Map<TestId, Integer> numbers, List<TestUnit> base) {
        return DirectedOrder.build(tree, open, numbers, base);
    }

    /**
     * How many orders it takes until every test of a class has directly followed every other one.
     *
     * @return 0 if no class has several tests whose order we can choose
     */
    int tuscanRows() {
        return tree.tuscanRows();
    }

    /**
     * The units in an order in which the tests of each class have other neighbours than in every other such order.
     *
     * @param row which of the orders, from 0 up
     * @param random where the order of the classes comes from
     * @return as many as {@link #referenceOrder()}
     */
    List<TestUnit> tuscanOrder(int row, Random random) {
        return tree.tuscan(row, random);
    }

    /**
     * The reverse of an order that keeps the shape which Jupiter needs.
     *
     * @param order an order of this suite
     * @return its reverse
     */
    static List<TestUnit> reverseOf(List<TestUnit> order) {
        return OrderTree.of(order).reversed();
    }

    /**
     * A run of units in an order.
     *
     * @param label the run's name
     * @param kind what it is for
     * @param order the units
     * @return the run, cut into JVMs as the reference run was
     */
    public RunRequest inOrder(String label, RunKind kind, List<TestUnit> order) {
        return new RunRequest(label, kind, segments(order));
    }

    /**
     * The reference order with a unit behind all others, as far as the shape of its classes lets it be.
     *
     * @param unit an orderable unit
     * @return the run
     */
    public RunRequest last(TestUnit unit) {
        return inOrder("last:" + unit.name(), RunKind.SHUFFLED, tree.inReferenceOrderBut(unit));
    }

    /**
     * The unit that holds a test.
     *
     * @param id the test
     * @return empty if the suite does not have it
     */
    public Optional<TestUnit> unitOf(TestId id) {
        return Optional.ofNullable(unitsByTest.get(id));
    }

    /**
     * A run of tests in an order that a person asks for, whatever units they belong to.
     *
     * @param label the run's name
     * @param kind what it is for
     * @param order the tests, each once; all of them in the suite
     * @return the run, cut into JVMs as the reference run was
     * @throws IllegalArgumentException if the suite does not have one of the tests
     */
    public RunRequest ofTests(String label, RunKind kind, List<TestId> order) {
        return new RunRequest(
                label, kind, segments(order.stream().map(this::single).toList()));
    }

    private TestUnit single(TestId id) {
        TestUnit unit = unitOf(id).orElseThrow(() -> new IllegalArgumentException("not in the suite: " + id));
        return new TestUnit(
                unit.launch(),
                unit.tests().stream().filter(test -> test.id().equals(id)).toList());
    }

    /**
     * The first test of a run that cannot be executed where it stands: its class has been left before, or it is one of
     * several and not a test of Jupiter.
     *
     * @param request the run
     * @return empty if the run can be executed in its order
     */
    public static Optional<RecordedTest> misplaced(RunRequest request) {
        return request.segments().stream()
                .flatMap(segment -> misplaced(segment).stream())
                .findFirst();
    }

    private static Optional<RecordedTest> misplaced(Segment segment) {
        List<RecordedTest> tests = segment.tests();
        if (tests.size() > 1 && !tests.stream().allMatch(Suite::orderable)) {
            return tests.stream().filter(test -> !orderable(test)).findFirst();
        }
        List<TestUnit> planned = tests.stream()
                .map(test -> new TestUnit(segment.launch(), List.of(test)))
                .toList();
        List<TestUnit> possible = OrderTree.of(planned).inReferenceOrder();
        for (int i = 0; i < planned.size(); i++) {
            if (!planned.get(i).equals(possible.get(i))) {
                return Optional.of(possible.get(i).first());
            }
        }
        return Optional.empty();
    }

    private List<Segment> segments(List<TestUnit> order) {
        List<Segment> segments = new ArrayList<>();
        List<RecordedTest> current = new ArrayList<>();
        TestUnit previous = null;
        for (TestUnit unit : order) {
            if (previous != null && startsJvm(previous, unit)) {
                segments.add(new Segment(previous.launch(), current));
                current = new ArrayList<>();
            }
            current.addAll(unit.tests());
            previous = unit;
        }
        if (previous != null) {
            segments.add(new Segment(previous.launch(), current));
        }
        return segments;
    }

    private boolean startsJvm(TestUnit previous, TestUnit unit) {
        return previous.launch() != unit.launch()
                || (jvmPerClass
                        && !previous.first().topLevelClass().equals(unit.first().topLevelClass()));
    }
}
