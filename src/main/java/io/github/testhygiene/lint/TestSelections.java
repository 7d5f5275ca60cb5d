package io.github.testhygiene.lint;

import io.github.testhygiene.advice.LintAdvice;
import io.github.testhygiene.lint.code.TestSelection;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestGroups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says which tests run: those that ran, or those whose groups the build selects. */
public final class TestSelections {

    private TestSelections() {}

    /**
     * The tests that were recorded, disabled ones aside.
     *
     * @param tests what ran
     * @return selects no test of a class of which none was recorded
     */
    public static TestSelection recorded(Collection<RecordedTest> tests) {
        Map<String, Set<String>> methods = new HashMap<>();
        for (RecordedTest test : tests) {
            if (!test.classNames().isEmpty()) {
                methods.computeIfAbsent(test.className(), name -> new HashSet<>())
                        .add(test.methodName());
            }
        }
        return (className, methodName, tags) -> {
            Set<String> ran = methods.getOrDefault(className, Set.of());
            // Spock calls its features otherwise than their methods, and JUnit 4 the invocations of a test.
            return methodName.startsWith("$")
                    ? !ran.isEmpty()
                    : ran.contains(methodName) || ran.stream().anyMatch(name -> name.startsWith(methodName + "["));
        };
    }

    /**
     * The tests that executions of failsafe select by groups.
     *
     * @param groups for each top-level class those of each execution that runs it; a class that is missing runs wholly
     * @return selects a test if one of the executions of its class does
     * @throws ProblemException if an expression cannot be read
     */
    public static TestSelection inGroups(Map<String, List<TestGroups>> groups) {
        Map<TestGroups, Predicate<Set<String>>> read = new HashMap<>();
        Map<String, List<Predicate<Set<String>>>> byClass = new HashMap<>();
        groups.forEach((className, executions) -> {
            List<Predicate<Set<String>>> any = new ArrayList<>();
            executions.forEach(each -> any.add(read.computeIfAbsent(each, TestSelections::read)));
            byClass.put(className, any);
        });
        return (className, methodName, tags) -> {
            List<Predicate<Set<String>>> any = byClass.get(topLevel(className));
            return any == null || any.stream().anyMatch(each -> each.test(tags.get()));
        };
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$', className.lastIndexOf('.') + 2);
        return nested < 0 ? className : className.substring(0, nested);
    }

    private static Predicate<Set<String>> read(TestGroups groups) {
        Predicate<Set<String>> included = read("groups", groups.included());
        Predicate<Set<String>> excluded = read("excludedGroups", groups.excluded());
        return tags -> (included == null || included.test(tags)) && (excluded == null || !excluded.test(tags));
    }

    private static @Nullable Predicate<Set<String>> read(String element, @Nullable String expression) {
        if (expression == null) {
            return null;
        }
        try {
            return TagExpression.parse(expression);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(LintAdvice.badGroups(element, expression, String.valueOf(e.getMessage())), e);
        }
    }
}
