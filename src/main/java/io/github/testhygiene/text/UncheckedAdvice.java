package io.github.testhygiene.text;

import io.github.testhygiene.model.UncheckedMajority;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what to change so that tests get an answer, by the reason why they have none. */
public final class UncheckedAdvice {

    private static final String OTHERWISE = "Read in the report how the runs ended that gave no answer.";

    /** By a part of the reason; the first that occurs in it counts. */
    private static final Map<String, String> BY_REASON = byReason();

    private static Map<String, String> byReason() {
        Map<String, String> advice = new LinkedHashMap<>();
        advice.put(
                "copies the module's folder",
                "Delete what is not needed in the module's folder, so that it is copied in time, or set"
                        + " <files>keep</files> (-Dtest-hygiene.files=keep).");
        advice.put(
                "could not copy the module's folder",
                "Make room, or set <files>keep</files> (-Dtest-hygiene.files=keep).");
        advice.put("<files>copy</files>", "Set <files>copy</files>, so that re-runs have files of their own.");
        advice.put(
                "time budget ended",
                "Raise <timeBudget> (-Dtest-hygiene.timeBudget), or check fewer tests with <tests> or <select>.");
        String room =
                "Free space on the disk of the build directory, of the temporary folder and of the database server, and"
                        + " run mvn verify again.";
        advice.put("disk was full", room);
        advice.put("No space left on device", room);
        advice.put("no time to ask a plain one", "Raise <timeBudget> (-Dtest-hygiene.timeBudget).");
        advice.put("build was interrupted", "Let the build come to its end.");
        advice.put(
                "lets nobody choose the order",
                "Only the order of tests on JUnit Jupiter can be chosen: move them there, or take the alone runs and the"
                        + " repeat of your order for what can be checked.");
        advice.put(
                "it took longer than",
                "Find out in the report what these runs waited for; where tests need so long, raise <runTimeout>"
                        + " (-Dtest-hygiene.runTimeout).");
        advice.put(
                "its JVM ended with exit code",
                "Read in the report what the test JVM printed last; where memory ran out, raise -Xmx in failsafe's"
                        + " <argLine> or lower <parallel> (-Dtest-hygiene.parallel).");
        advice.put(
                "the re-runs differ from your run",
                "Read in the report how these tests failed in re-runs: they need something that only your run has, such as"
                        + " a file, a port or a service.");
        advice.put(
                "its JVM ended first",
                "Read failsafe's reports: the tests' JVM must come to its end before it is checked.");
        advice.put("no other order to try", "Select more tests: one alone has no other order.");
        return Collections.unmodifiableMap(advice);
    }

    private UncheckedAdvice() {}

    /**
     * Returns what to change if one run was asked for instead of all.
     *
     * @return whole sentences by a part of the reason
     */
    public static Map<String, String> ofOneRun() {
        String allRuns = "Leave <onlyRun> (-Dtest-hygiene.onlyRun) out, so that all runs are executed.";
        return Map.of("was not run", allRuns, "no other order to try", allRuns);
    }

    /**
     * Returns what to change.
     *
     * @param reason why a test is unchecked
     * @param fixes what to change by a part of the reason, where that is known better than from the reason
     * @return a whole sentence
     */
    public static String adviceFor(String reason, Map<String, String> fixes) {
        return fixes.entrySet().stream()
                .filter(entry -> reason.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> adviceFor(reason));
    }

    /**
     * Returns what to change, as far as the reason says it.
     *
     * @param reason why a test is unchecked
     * @return a whole sentence
     */
    public static String adviceFor(String reason) {
        return BY_REASON.entrySet().stream()
                .filter(entry -> reason.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHERWISE);
    }

    /**
     * Returns a reason without what differs from test to test, so that equal ones can be counted.
     *
     * @param reason why a test is unchecked
     * @return the reason without the numbers and names of runs and without the ids of tests
     */
    public static String general(String reason) {
        return reason.replaceAll("\\[engine:\\S+", "a test")
                .replaceAll("\\brun \\d+( \\([^)]*\\))?", "a run")
                .replaceAll("\\b\\d+ KB left", "almost nothing left")
                .strip();
    }

    /**
     * Counts the reasons why tests are unchecked, with what to change for each.
     *
     * @param verdicts every verdict
     * @param fixes what to change by a part of the reason, where that is known better than from the reason
     * @return empty unless more than half of the tests that were to be checked are unchecked
     */
    public static Optional<UncheckedMajority> summarize(List<Verdict> verdicts, Map<String, String> fixes) {
        List<Verdict> asked = verdicts.stream()
                .filter(verdict -> verdict.kind() != VerdictKind.SKIPPED && !verdict.isNotSelected())
                .toList();
        List<String> reasons = asked.stream()
                .filter(verdict -> verdict.kind() == VerdictKind.UNCHECKED)
                .map(verdict -> Objects.requireNonNullElse(verdict.reason(), ""))
                .toList();
        if (reasons.size() * 2 <= asked.size()) {
            return Optional.empty();
        }
        Map<String, Long> counts = reasons.stream()
                .collect(Collectors.groupingBy(UncheckedAdvice::general, LinkedHashMap::new, Collectors.counting()));
        List<UncheckedMajority.Reason> counted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> new UncheckedMajority.Reason(
                        entry.getKey(), entry.getValue().intValue(), adviceFor(entry.getKey(), fixes)))
                .toList();
        return Optional.of(new UncheckedMajority(asked.size(), reasons.size(), counted));
    }
}
