package io.github.testhygiene.fork;

import io.github.testhygiene.model.RecordedTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order that a re-run has to keep, as ranks of classes and methods. */
final class PlannedOrder {

    // JUnit makes the orderers by itself; a re-run has one plan for its whole life.
    private static volatile PlannedOrder current = new PlannedOrder(List.of());

    private final Map<String, Integer> classRanks = new HashMap<>();
    private final Map<String, Integer> methodRanks = new HashMap<>();

    private PlannedOrder(List<RecordedTest> tests) {
        for (int rank = 0; rank < tests.size(); rank++) {
            RecordedTest test = tests.get(rank);
            for (String className : test.classNames()) {
                classRanks.putIfAbsent(className, rank);
            }
            methodRanks.putIfAbsent(methodKey(test.className(), test.methodName(), test.parameterTypes()), rank);
        }
    }

    static void set(List<RecordedTest> tests) {
        current = new PlannedOrder(tests);
    }

    static PlannedOrder current() {
        return current;
    }

    int rank(Class<?> type) {
        return classRanks.getOrDefault(type.getName(), Integer.MAX_VALUE);
    }

    int rank(Class<?> type, String methodName, Class<?>[] parameterTypes) {
        StringBuilder types = new StringBuilder();
        for (Class<?> parameterType : parameterTypes) {
            types.append(types.isEmpty() ? "" : ", ").append(parameterType.getName());
        }
        return methodRanks.getOrDefault(methodKey(type.getName(), methodName, types.toString()), Integer.MAX_VALUE);
    }

    private static String methodKey(String className, String methodName, String parameterTypes) {
        return className + "#" + methodName + "(" + parameterTypes + ")";
    }
}
