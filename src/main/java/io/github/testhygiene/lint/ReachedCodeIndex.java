package io.github.testhygiene.lint;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.ScopeIndex;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.lint.rule.ViolationPlace;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows which code the tests that run reach: what is not found in other code may still be there, and what is found in a
 * helper concerns only the test classes that use it.
 */
public final class ReachedCodeIndex {

    /** Knows no code. */
    public static final ReachedCodeIndex NONE = new ReachedCodeIndex(true);

    private final boolean testsAreMissing;
    private final Set<String> declared = new HashSet<>();
    private final Set<String> reached = new HashSet<>();
    private final Set<String> readClasses = new HashSet<>();
    private final Set<String> wholeClasses = new HashSet<>();
    private final Map<String, Set<String>> users = new HashMap<>();

    private ReachedCodeIndex(boolean testsAreMissing) {
        this.testsAreMissing = testsAreMissing;
    }

    /** Of the tests that were inspected; asks for no class that was not read by then. */
    static ReachedCodeIndex of(TestScope scope, Collection<String> selected, List<Finding> findings) {
        Set<String> running =
                scope.testClasses().stream().map(each -> each.file().name()).collect(Collectors.toSet());
        ReachedCodeIndex code = new ReachedCodeIndex(
                !running.containsAll(selected) || scope.testClasses().stream().anyMatch(ReachedCodeIndex::skipsTests));
        ClassIndex index = scope.index();
        for (TestClass testClass : scope.testClasses()) {
            testClass.lineage().forEach(file -> code.declares(index, file));
            if (!skipsTests(testClass)) {
                testClass.lineage().forEach(file -> code.wholeClasses.add(file.name()));
            }
        }
        Map<String, List<ReachedCode>> byPlace = new HashMap<>();
        for (ReachedCode each : scope.reached()) {
            code.declares(index, each.file());
            ViolationPlace place = ViolationPlace.of(index, each.file(), each.method());
            code.reached.add(key(place.className(), place.methodName()));
            byPlace.computeIfAbsent(place.className(), name -> new ArrayList<>())
                    .add(each);
        }
        findings.stream()
                .filter(finding -> finding.rule().equals(Rule.SCHEMA_PER_TEST.label()))
                .filter(finding -> !finding.className().isEmpty())
                .map(Finding::className)
                .distinct()
                .forEach(name -> code.users.put(name, users(scope, name, byPlace.getOrDefault(name, List.of()))));
        return code;
    }

    private static boolean skipsTests(TestClass testClass) {
        return testClass.methods(Set.of(Role.SKIPPED)).findAny().isPresent();
    }

    private void declares(ClassIndex index, ClassFile file) {
        if (readClasses.add(file.name())) {
            for (Method method : file.methods()) {
                ViolationPlace place = ViolationPlace.of(index, file, method);
                declared.add(key(place.className(), place.methodName()));
            }
        }
    }

    /** The test classes that inherit a class, name it in an annotation, or have a method that reaches code in it. */
    private static Set<String> users(TestScope scope, String className, List<ReachedCode> code) {
        ScopeIndex lookup = scope.lookup();
        Set<MethodRef> reaching = new HashSet<>();
        code.forEach(each -> reaching.addAll(lookup.reaching(each.method().ref())));
        Set<String> users = new HashSet<>();
        lookup.subclasses(className).forEach(each -> users.add(each.file().name()));
        for (TestClass testClass : scope.testClasses()) {
            boolean calls = testClass.methods().stream()
                    .anyMatch(each -> reaching.contains(each.method().ref()));
            boolean names = testClass.annotations().stream()
                    .flatMap(each -> each.use().allClasses())
                    .anyMatch(className::equals);
            if (calls || names) {
                users.add(testClass.file().name());
            }
        }
        return users;
    }

    /**
     * Returns whether a test class uses the class in which a schema that is made for each test was found.
     *
     * @param testClass the test class, by its binary name
     * @param className the class that a {@code schema-per-test} names; itself, a base class, or a helper
     * @return false if the test class neither is nor inherits nor names nor calls it
     */
    boolean uses(String testClass, String className) {
        return users.getOrDefault(className, Set.of()).contains(testClass);
    }

    /**
     * Returns whether a finding would have been found again, had it still been there.
     *
     * @param className the class that an earlier finding names; empty for a resource
     * @param methodName its method; null for the class itself
     * @return false if tests did not run that may be the only ones to reach that code
     */
    public boolean covers(String className, @Nullable String methodName) {
        if (!testsAreMissing || className.isEmpty()) {
            return this != NONE;
        }
        if (methodName == null) {
            return wholeClasses.contains(className);
        }
        String key = key(className, methodName);
        return reached.contains(key) || (readClasses.contains(className) && !declared.contains(key));
    }

    private static String key(String className, @Nullable String methodName) {
        return className + "#" + (methodName == null ? "" : methodName);
    }
}
