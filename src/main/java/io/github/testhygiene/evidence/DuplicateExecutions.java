package io.github.testhygiene.evidence;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds tests that the suite executes more than once without wanting to. */
final class DuplicateExecutions {

    private static final int NAMED = 20;

    private DuplicateExecutions() {}

    /** What makes two tests the same one; an engine whose tests are no methods tells by the id alone. */
    private record Method(String className, String methodName, String parameterTypes, String id) {

        static Method of(RecordedTest test) {
            String id = test.classNames().isEmpty() ? test.id().value() : "";
            return new Method(test.className(), test.methodName(), test.parameterTypes(), id);
        }
    }

    private record Repeated(Method method, int times) {}

    /** One finding for each class; the most needless executions first. */
    static List<Finding> in(Recording recording) {
        Map<Method, Map<String, Integer>> executions = new LinkedHashMap<>();
        for (RecordedTest test : recording.tests()) {
            if (executed(recording.outcomes().get(test.id()))) {
                int times = recording.repeated().getOrDefault(test.id(), 1);
                executions
                        .computeIfAbsent(Method.of(test), method -> new LinkedHashMap<>())
                        .merge(way(test.id()), times, Math::max);
            }
        }
        Map<String, List<Repeated>> byClass = new LinkedHashMap<>();
        executions.forEach((method, ways) -> {
            int times = ways.values().stream().mapToInt(Integer::intValue).sum();
            if (times > 1) {
                byClass.computeIfAbsent(method.className(), name -> new ArrayList<>())
                        .add(new Repeated(method, times));
            }
        });
        return byClass.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Repeated>> entry) -> needless(entry.getValue()))
                        .reversed())
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean executed(@Nullable TestOutcome outcome) {
        return outcome != null && outcome.status() != TestStatus.SKIPPED;
    }

    /**
     * The way on which an engine came to a test. Parameters of a class or of a test (an invocation, a test of the
     * vintage engine) are no other way: that a test runs with each of them is wanted.
     */
    private static String way(TestId id) {
        List<String> segments = Arrays.asList(id.value().split("/(?=\\[)"));
        return segments.stream()
                .limit(segments.size() - 1L)
                .filter(segment -> !segment.startsWith("[test:"))
                .filter(segment ->
                        !segment.substring(0, Math.max(0, segment.indexOf(':'))).endsWith("-invocation"))
                .collect(Collectors.joining("/"));
    }

    private static int needless(List<Repeated> tests) {
        return tests.stream().mapToInt(test -> test.times() - 1).sum();
    }

    private static Finding finding(String className, List<Repeated> tests) {
        List<String> named = tests.stream()
                .map(test -> Wording.name(test.method().methodName()) + " "
                        + (test.times() == 2 ? "twice" : test.times() + " times"))
                .toList();
        return Findings.of(
                Rule.EXECUTED_TWICE,
                className,
                null,
                Wording.count(tests.size(), "test") + " of " + Wording.name(Wording.simpleName(className))
                        + (tests.size() == 1 ? " is" : " are") + " executed more than once: "
                        + Wording.some(named, NAMED),
                "Select the class once: look for a base class with nested tests that several classes inherit, a suite"
                        + " that selects what failsafe's <includes> select too, and two executions of failsafe.");
    }
}
