package io.github.testhygiene.plan;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Recording.RecordedLaunch;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes a suite of what was recorded.
 *
 * @param orderedClasses how classes are treated that declare the order of their tests
 * @param jvmPerClass whether every class has a JVM of its own
 */
public record SuiteBuilder(OrderedClasses orderedClasses, boolean jvmPerClass) {

    /**
     * Builds the suite of the selected tests that have an outcome and were not skipped.
     *
     * @param recording the reference run
     * @param selection which tests are to be checked
     * @return the suite
     */
    public Suite build(Recording recording, Predicate<RecordedTest> selection) {
        Map<TestId, Integer> launches = launches(recording);
        Map<String, List<RecordedTest>> grouped = new LinkedHashMap<>();
        for (RecordedTest test : recording.tests()) {
            TestOutcome outcome = recording.outcomes().get(test.id());
            if (outcome != null
                    && outcome.status() != TestStatus.SKIPPED
                    && launches.containsKey(test.id())
                    && selection.test(test)) {
                grouped.computeIfAbsent(unitKey(test), key -> new ArrayList<>()).add(test);
            }
        }
        List<TestUnit> units = new ArrayList<>();
        grouped.values()
                .forEach(tests -> units.add(
                        new TestUnit(launches.getOrDefault(tests.get(0).id(), 0), tests)));
        return new Suite(units, jvmPerClass);
    }

    private String unitKey(RecordedTest test) {
        boolean movedAsAWhole = !test.orderedBy().isEmpty() && orderedClasses == OrderedClasses.UNIT;
        return movedAsAWhole ? "class " + test.orderedBy() : "test " + test.id();
    }

    /**
     * For each test the index of the first JVM that was launched in the same way as the test's own, so that tests of
     * two JVMs of the same kind can share one.
     */
    private static Map<TestId, Integer> launches(Recording recording) {
        Map<TestId, Integer> launches = new HashMap<>();
        List<RecordedLaunch> all = recording.launches();
        for (int i = 0; i < all.size(); i++) {
            LaunchRecipe recipe = all.get(i).recipe();
            if (recipe != null) {
                int first = firstLike(recipe, all, i);
                all.get(i).tests().forEach(id -> launches.putIfAbsent(id, first));
            }
        }
        return launches;
    }

    private static int firstLike(LaunchRecipe recipe, List<RecordedLaunch> all, int self) {
        for (int i = 0; i < self; i++) {
            LaunchRecipe other = all.get(i).recipe();
            if (other != null && sameKind(recipe, other)) {
                return i;
            }
        }
        return self;
    }

    // What differs from fork to fork (process ids, the fork's number, temporary files) does not count.
    private static boolean sameKind(LaunchRecipe one, LaunchRecipe other) {
        return one.javaHome().equals(other.javaHome())
                && one.inputArguments().equals(other.inputArguments())
                && one.classPath().equals(other.classPath())
                && one.workingDirectory().equals(other.workingDirectory())
                && one.environment().equals(other.environment())
                && own(one.systemProperties()).equals(own(other.systemProperties()));
    }

    private static Map<String, String> own(Map<String, String> properties) {
        Map<String, String> own = new HashMap<>(properties);
        own.keySet()
                .removeIf(name -> name.startsWith("surefire.")
                        || name.startsWith("java.")
                        || name.startsWith("sun.")
                        || name.startsWith("jdk.")
                        || name.equals("user.dir"));
        return own;
    }
}
