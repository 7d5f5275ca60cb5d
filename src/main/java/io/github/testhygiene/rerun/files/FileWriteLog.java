package io.github.testhygiene.rerun.files;

import io.github.testhygiene.model.TestId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was written when, and what that proves. Something comes <em>from tests</em> if it was written in at least two runs
 * (the user's own counts as one), and never while no test ran. It comes from <em>one test</em> if, besides, that test is the
 * only one that ran each time, and every re-run of it, of which there are at least two, wrote it. Long numbers and UUIDs are
 * taken for random ones: {@code a-4711231} and {@code a-4711232} are the same. Where others write into a folder again and
 * again, nothing in it comes from tests.
 *
 * <p>Not safe for use by several threads.
 */
public final class FileWriteLog {

    private static final int RUNS = 2;
    private static final int FILES_OF_A_PROGRAM = 3;
    private static final Pattern RANDOM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\d{5,}");

    private final Map<String, Sighting> sightings = new HashMap<>();
    private final Set<String> others = new HashSet<>();
    private final Map<String, Integer> othersByFolder = new HashMap<>();

    private final Map<TestId, Integer> runs = new HashMap<>();

    private static final class Sighting {
        private final Set<TestId> tests;
        private final Map<TestId, Integer> byTest = new HashMap<>();
        private int runs;

        Sighting(Collection<TestId> tests) {
            this.tests = new HashSet<>(tests);
        }
    }

    /**
     * Notes what was written while tests ran.
     *
     * @param names what was written, with slashes; relative to the module
     * @param tests all tests that may have run at that time
     */
    void whileTestsRan(Collection<String> names, Collection<TestId> tests) {
        Set<String> different = new HashSet<>();
        names.forEach(name -> different.add(withoutRandom(name)));
        for (String name : different) {
            Sighting sighting = sightings.computeIfAbsent(name, key -> new Sighting(tests));
            sighting.tests.retainAll(tests);
            sighting.runs++;
        }
    }

    /**
     * Notes that a re-run has ended.
     *
     * @param names what was written in its time; each was noted before
     * @param tests its tests
     */
    void runEnded(Collection<String> names, Collection<TestId> tests) {
        tests.forEach(test -> runs.merge(test, 1, Integer::sum));
        Set<String> different = new HashSet<>();
        names.forEach(name -> different.add(withoutRandom(name)));
        for (String name : different) {
            Sighting sighting = sightings.get(name);
            if (sighting != null) {
                tests.forEach(test -> sighting.byTest.merge(test, 1, Integer::sum));
            }
        }
    }

    /** Notes what was written while no test ran: by a person, a server or another program. */
    void whileNothingRan(Collection<String> names) {
        for (String name : names) {
            if (others.add(withoutRandom(name))) {
                othersByFolder.merge(folder(name), 1, Integer::sum);
            }
        }
    }

    /** Whether something is proven to come from tests and from no other program. */
    boolean isFromTests(String name) {
        Sighting sighting = sightings.get(withoutRandom(name));
        return sighting != null && sighting.runs >= RUNS && !isFromOthers(name);
    }

    /** The test that is proven to have written something. */
    Optional<TestId> writer(String name) {
        Sighting sighting = sightings.get(withoutRandom(name));
        if (sighting == null || !isFromTests(name) || sighting.tests.size() != 1) {
            return Optional.empty();
        }
        return sighting.tests.stream().findFirst().filter(test -> isWrittenByEachRun(sighting, test));
    }

    private boolean isWrittenByEachRun(Sighting sighting, TestId test) {
        int of = runs.getOrDefault(test, 0);
        return of >= RUNS && sighting.byTest.getOrDefault(test, 0) == of;
    }

    private boolean isFromOthers(String name) {
        return others.contains(withoutRandom(name))
                || othersByFolder.getOrDefault(folder(name), 0) >= FILES_OF_A_PROGRAM;
    }

    private static String folder(String name) {
        String withoutEnd = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return withoutRandom(withoutEnd.substring(0, withoutEnd.lastIndexOf('/') + 1));
    }

    private static String withoutRandom(String name) {
        return RANDOM.matcher(name).replaceAll("#");
    }
}
