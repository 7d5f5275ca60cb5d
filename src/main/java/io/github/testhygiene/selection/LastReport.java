package io.github.testhygiene.selection;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier report says that is of use for choosing tests.
 *
 * @param suspects the tests of which it found something, those on whom they depend, and those that had no answer
 * @param known all its tests
 */
public record LastReport(Set<TestId> suspects, Set<TestId> known) {

    /** Copies the sets. */
    public LastReport {
        suspects = Set.copyOf(suspects);
        known = Set.copyOf(known);
    }

    /**
     * Picks what is of use.
     *
     * @param report an earlier report
     * @return its suspects
     */
    public static LastReport of(HygieneReport report) {
        Map<String, Set<@Nullable String>> found = new HashMap<>();
        report.findings().stream().filter(LastReport::isOfRuns).forEach(finding -> found.computeIfAbsent(
                        finding.className(), key -> new HashSet<>())
                .add(finding.methodName()));
        Set<TestId> suspects = new HashSet<>();
        Set<TestId> known = new HashSet<>();
        for (TestEntry test : report.tests()) {
            known.add(test.id());
            if (isFound(test, found) || hasNoAnswer(test)) {
                suspects.add(test.id());
            }
            Stream.of(orNone(test.polluters()), orNone(test.stateSetters())).forEach(suspects::addAll);
        }
        return new LastReport(suspects, known);
    }

    /** What the bytecode shows is found whatever tests are checked, and remarks accuse nobody. */
    private static boolean isOfRuns(Finding finding) {
        boolean ofBytecode = Rule.of(finding.rule())
                .map(rule -> rule.isAboutBytecode() || rule == Rule.UNREAD_CLASS || rule == Rule.UNUSED_SUPPRESSION)
                .orElse(false);
        return !ofBytecode && finding.severity() != Severity.INFO;
    }

    /** A finding about a class is about all its tests. */
    private static boolean isFound(TestEntry test, Map<String, Set<@Nullable String>> found) {
        if (found.getOrDefault(test.className(), Set.of()).stream()
                .anyMatch(method -> method == null || method.equals(test.methodName()))) {
            return true;
        }
        return found.entrySet().stream()
                .anyMatch(each ->
                        each.getValue().contains(null) && test.className().startsWith(each.getKey() + "$"));
    }

    private static boolean hasNoAnswer(TestEntry test) {
        return test.verdict() == VerdictKind.UNCHECKED && !Selection.NOT_SELECTED.equals(test.reason());
    }

    private static List<TestId> orNone(@Nullable List<TestId> ids) {
        return ids == null ? List.of() : ids;
    }
}
