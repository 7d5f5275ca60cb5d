package io.github.testhygiene.fork;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells which test an identifier of a test plan belongs to. A test is a method: the invocations of a parameterized test
 * belong to their method. Where an engine knows no methods, its leaves are the tests.
 */
final class TestDescriptions {

    private final TestPlan plan;
    private final Map<String, Optional<TestIdentifier>> owners = new ConcurrentHashMap<>();

    // Looking for annotations costs time, and the tests of a class have all of it in common.
    private final Map<String, Surroundings> surroundings = new ConcurrentHashMap<>();

    /**
     * What stands around a test.
     *
     * @param classNames the classes, outermost first
     * @param orderedBy the outermost of them that declares the order of its tests; empty if none does
     */
    private record Surroundings(List<String> classNames, String orderedBy) {}

    TestDescriptions(TestPlan plan) {
        this.plan = plan;
    }

    /** The test that an identifier is, or is a part of; empty for what stands above the tests. */
    Optional<TestIdentifier> owner(TestIdentifier identifier) {
        Optional<TestIdentifier> known = owners.get(identifier.getUniqueId());
        if (known != null) {
            return known;
        }
        Optional<TestIdentifier> owner = plan.getParent(identifier).flatMap(this::owner);
        boolean isTest =
                identifier.getSource().filter(MethodSource.class::isInstance).isPresent() || identifier.isTest();
        if (owner.isEmpty() && isTest) {
            owner = Optional.of(identifier);
        }
        owners.put(identifier.getUniqueId(), owner);
        return owner;
    }

    /** Every test below an identifier, or the identifier itself, in the plan's order. */
    List<TestIdentifier> testsBelow(TestIdentifier identifier) {
        Map<String, TestIdentifier> found = new LinkedHashMap<>();
        collect(identifier, found);
        return List.copyOf(found.values());
    }

    private void collect(TestIdentifier identifier, Map<String, TestIdentifier> found) {
        Optional<TestIdentifier> owner = owner(identifier);
        if (owner.isPresent()) {
            found.put(owner.get().getUniqueId(), owner.get());
        } else {
            plan.getChildren(identifier).forEach(child -> collect(child, found));
        }
    }

    /** Every test of the plan, in its order. */
    List<TestIdentifier> all() {
        List<TestIdentifier> tests = new ArrayList<>();
        plan.getRoots().forEach(root -> tests.addAll(testsBelow(root)));
        return tests;
    }

    RecordedTest describe(TestIdentifier test) {
        Optional<MethodSource> method =
                test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
        Surroundings around = surroundings.computeIfAbsent(test.getParentId().orElse(""), parent -> surroundings(test));
        List<String> classNames = around.classNames().isEmpty()
                ? method.map(source -> List.of(source.getClassName())).orElse(List.of())
                : around.classNames();
        return new RecordedTest(
                new TestId(test.getUniqueId()),
                classNames,
                method.map(MethodSource::getMethodName).orElseGet(test::getDisplayName),
                method.map(MethodSource::getMethodParameterTypes).orElse(""),
                test.getDisplayName(),
                around.orderedBy());
    }

    private Surroundings surroundings(TestIdentifier test) {
        List<String> names = new ArrayList<>();
        String orderedBy = "";
        for (ClassSource source : classSources(test)) {
            if (!names.contains(source.getClassName())) {
                names.add(0, source.getClassName());
            }
            if (DeclaredOrder.isDeclaredBy(source)) {
                orderedBy = source.getClassName();
            }
        }
        return new Surroundings(names, orderedBy);
    }

    /** The classes around a test, innermost first. */
    private List<ClassSource> classSources(TestIdentifier test) {
        List<ClassSource> sources = new ArrayList<>();
        Optional<TestIdentifier> parent = plan.getParent(test);
        while (parent.isPresent()) {
            parent.get()
                    .getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(ClassSource.class::cast)
                    .ifPresent(sources::add);
            parent = plan.getParent(parent.get());
        }
        return sources;
    }
}
