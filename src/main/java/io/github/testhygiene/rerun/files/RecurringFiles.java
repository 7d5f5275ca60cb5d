package io.github.testhygiene.rerun.files;

import io.github.testhygiene.model.TestId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Learns from runs of one test which files nearly every run leaves, like logs: such a file says nothing of one test. Long
 * numbers in names are taken for random ones, so that {@code tomcat.8080.4711} and {@code tomcat.8080.4712} are still two,
 * and {@code jna4711231} and {@code jna4711232} one. Safe for use by several threads.
 */
public final class RecurringFiles {

    private static final int DIFFERENT_TESTS = 2;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,}");

    private final Map<String, Set<TestId>> testsByName = new HashMap<>();
    private final Map<String, Integer> runsByName = new HashMap<>();
    private int runs;

    /**
     * One test was run alone.
     *
     * @param test which one
     * @param names the files that this run changed, by any name that is the same for the same file; may be empty
     */
    synchronized void add(TestId test, Collection<String> names) {
        runs++;
        Set<String> different = new HashSet<>();
        names.forEach(name -> different.add(withoutLongNumbers(name)));
        for (String name : different) {
            testsByName.computeIfAbsent(name, key -> new HashSet<>()).add(test);
            runsByName.merge(name, 1, Integer::sum);
        }
    }

    /**
     * Whether a file is nothing special.
     *
     * @param name as it was added
     * @return true if runs of at least two different tests changed it, and more than half of all runs
     */
    synchronized boolean isUsual(String name) {
        String known = withoutLongNumbers(name);
        return testsByName.getOrDefault(known, Set.of()).size() >= DIFFERENT_TESTS
                && 2 * runsByName.getOrDefault(known, 0) > runs;
    }

    private static String withoutLongNumbers(String name) {
        return LONG_NUMBER.matcher(name).replaceAll("#");
    }
}
