package io.github.testhygiene.lint.code;

import io.github.testhygiene.lint.code.ReachableCode.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tests that are selected, and all code of the tests' own that they reach. */
public final class TestScope {

    /** What a framework calls on an object that it finds in an annotation or a field, by the type that declares it. */
    private static final Map<String, Role> CALLBACKS = Map.of(
            "org.junit.jupiter.api.extension.BeforeEachCallback", Role.BEFORE_EACH,
            "org.junit.jupiter.api.extension.BeforeTestExecutionCallback", Role.BEFORE_EACH,
            "org.junit.jupiter.api.extension.AfterEachCallback", Role.AFTER_EACH,
            "org.junit.jupiter.api.extension.AfterTestExecutionCallback", Role.AFTER_EACH,
            "org.junit.jupiter.api.extension.BeforeAllCallback", Role.BEFORE_ALL,
            "org.junit.jupiter.api.extension.AfterAllCallback", Role.AFTER_ALL);

    private static final Map<String, String> CALLBACK_NAMES = Map.of(
            "beforeEach", "org.junit.jupiter.api.extension.BeforeEachCallback",
            "beforeTestExecution", "org.junit.jupiter.api.extension.BeforeTestExecutionCallback",
            "afterEach", "org.junit.jupiter.api.extension.AfterEachCallback",
            "afterTestExecution", "org.junit.jupiter.api.extension.AfterTestExecutionCallback",
            "beforeAll", "org.junit.jupiter.api.extension.BeforeAllCallback",
            "afterAll", "org.junit.jupiter.api.extension.AfterAllCallback");
    private static final Set<String> CONFIGURATIONS = Set.of("org.springframework.stereotype.Component");

    private final ClassIndex index;
    private final Annotations annotations;
    private final List<TestClass> testClasses;
    private final CallTargets targets;
    private final List<ReachedCode> reached;
    private final ScopeIndex lookup;

    /**
     * Follows the tests.
     *
     * @param index knows classes
     * @param annotations finds annotations
     * @param testClasses the tests
     */
    public TestScope(ClassIndex index, Annotations annotations, List<TestClass> testClasses) {
        this.index = index;
        this.annotations = annotations;
        this.testClasses = List.copyOf(testClasses);
        this.targets = new CallTargets(index, Set.copyOf(index.ownClasses()));
        this.reached = ReachableCode.from(targets, roots());
        this.lookup = new ScopeIndex(targets, this.testClasses, reached);
    }

    /**
     * The index.
     *
     * @return knows classes
     */
    public ClassIndex index() {
        return index;
    }

    /**
     * The annotations.
     *
     * @return finds them
     */
    public Annotations annotations() {
        return annotations;
    }

    /**
     * The classes whose tests are selected, with nested ones.
     *
     * @return those that can be instantiated
     */
    public List<TestClass> testClasses() {
        return testClasses;
    }

    /**
     * Where calls go.
     *
     * @return the same for all rules
     */
    public CallTargets targets() {
        return targets;
    }

    /**
     * All methods that the tests reach.
     *
     * @return each once
     */
    public List<ReachedCode> reached() {
        return reached;
    }

    /**
     * Finds some of the tests, and some of the code that they reach.
     *
     * @return the same for all rules
     */
    public ScopeIndex lookup() {
        return lookup;
    }

    /**
     * What some methods of a test class reach, by whatever branch.
     *
     * @param methods the methods
     * @return themselves and what they reach, each once
     */
    public List<ReachedCode> reachedFrom(Collection<TestMethod> methods) {
        return ReachableCode.from(
                targets,
                methods.stream()
                        .map(each -> new Root(each.declaring(), each.method(), each.role(), true))
                        .toList());
    }

    private Set<Root> roots() {
        Set<Root> roots = new LinkedHashSet<>();
        for (TestClass testClass : testClasses) {
            testClass.methods().stream()
                    .filter(each -> !isSkipped(each, testClass))
                    .forEach(each -> roots.add(
                            new Root(each.declaring(), each.method(), each.role(), each.role() != Role.OTHER)));
            namedClasses(testClass).flatMap(this::callbacks).forEach(roots::add);
            testClass.lineage().forEach(file -> roots.addAll(configurations(file)));
        }
        return roots;
    }

    /** A test that does not run, or the body of a lambda in it. */
    private static boolean isSkipped(TestMethod method, TestClass testClass) {
        if (!method.method().isSynthetic()) {
            return method.role() == Role.SKIPPED;
        }
        List<TestMethod> around = testClass.methods().stream()
                .filter(each -> !each.method().isSynthetic()
                        && each.declaring().equals(method.declaring())
                        && each.method().name().equals(method.method().writtenName()))
                .toList();
        return !around.isEmpty() && around.stream().allMatch(each -> each.role() == Role.SKIPPED);
    }

    /** The classes that a test class names in annotations, at itself or at a field that holds an extension or a rule. */
    private Stream<ClassFile> namedClasses(TestClass testClass) {
        Stream<String> inAnnotations =
                testClass.annotations().stream().flatMap(placed -> placed.use().allClasses());
        Stream<String> inFields = testClass.lineage().stream()
                .flatMap(file -> file.fields().stream())
                .filter(field -> annotations.has(
                        field.annotations(), Set.of("org.junit.jupiter.api.extension.RegisterExtension")))
                .map(Field::type);
        return Stream.concat(inAnnotations, inFields).distinct().flatMap(name -> index.own(name).stream());
    }

    private Stream<Root> callbacks(ClassFile named) {
        List<Root> roots = new ArrayList<>();
        for (ClassFile declaring : index.lineage(named)) {
            for (Method method : declaring.methods()) {
                Role role = callback(named, method);
                roots.add(new Root(declaring, method, role == null ? Role.OTHER : role, role != null));
            }
        }
        return roots.stream();
    }

    private @Nullable Role callback(ClassFile named, Method method) {
        String type = CALLBACK_NAMES.get(method.name());
        return type != null && index.isA(named.name(), Set.of(type)) ? CALLBACKS.get(type) : null;
    }

    /** Nested classes that Spring finds by itself. */
    private Set<Root> configurations(ClassFile file) {
        return file.members().stream()
                .flatMap(name -> index.own(name).stream())
                .filter(member -> annotations.has(member.annotations(), CONFIGURATIONS))
                .flatMap(member -> member.methods().stream().map(method -> new Root(member, method, Role.OTHER, false)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
