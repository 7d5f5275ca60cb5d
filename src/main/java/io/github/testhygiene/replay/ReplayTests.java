package io.github.testhygiene.replay;

import io.github.testhygiene.advice.ReplayAdvice;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds tests in a report by what a person calls them: {@code shop.OrderIT#counts}, {@code OrderIT#counts}, or the unique
 * id.
 *
 * @param report where to look
 */
public record ReplayTests(HygieneReport report) {

    private static final int MOST_NEAR = 5;

    /**
     * The test of a name.
     *
     * @param name a selector or a unique id
     * @return empty if there is none
     * @throws ProblemException if there are several
     */
    Optional<TestEntry> find(String name) {
        List<TestEntry> found = all(name);
        if (found.size() > 1) {
            throw new ProblemException(ReplayAdvice.ambiguous(name, distinctNames(found)));
        }
        return found.stream().findFirst();
    }

    /**
     * The test of a unique id.
     *
     * @param id the id
     * @return empty if there is none
     */
    Optional<TestEntry> of(TestId id) {
        return report.tests().stream().filter(test -> test.id().equals(id)).findFirst();
    }

    /** What {@code RecordedTest} calls the same. */
    static String selector(TestEntry test) {
        return test.className() + "#" + test.methodName();
    }

    /** Names that resemble one that does not exist, the likeliest first. */
    List<String> near(String name) {
        String method = lower(name.substring(name.lastIndexOf('#') + 1));
        String simpleClass = lower(name.replaceFirst("#.*", "").replaceFirst(".*[.$]", ""));
        List<String> near = new ArrayList<>();
        report.tests().stream()
                .filter(test -> lower(test.methodName()).equals(method)
                        || lower(test.shortName()).equals(lower(name)))
                .forEach(test -> near.add(selector(test)));
        report.tests().stream()
                .filter(test -> lower(simpleName(test)).contains(simpleClass)
                        || lower(test.methodName()).contains(method))
                .sorted(Comparator.comparing(test -> -sameBeginning(lower(test.methodName()), method)))
                .forEach(test -> near.add(selector(test)));
        return near.stream().distinct().limit(MOST_NEAR).toList();
    }

    private static int sameBeginning(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private List<TestEntry> all(String name) {
        List<TestEntry> found = with(Set.of(name));
        if (found.isEmpty() && name.contains("#")) {
            return report.tests().stream()
                    .filter(test -> name.equals(simpleName(test) + "#" + test.methodName()))
                    .toList();
        }
        return found;
    }

    private List<TestEntry> with(Set<String> names) {
        return report.tests().stream()
                .filter(test -> names.contains(selector(test))
                        || names.contains(test.id().value()))
                .toList();
    }

    /** Where the selector alone would be ambiguous again, only the id tells them apart. */
    private List<String> distinctNames(List<TestEntry> found) {
        Set<String> selectors =
                new TreeSet<>(found.stream().map(ReplayTests::selector).toList());
        return selectors.size() == found.size()
                ? List.copyOf(selectors)
                : found.stream().map(test -> test.id().value()).toList();
    }

    private static String simpleName(TestEntry test) {
        return test.className().substring(test.className().lastIndexOf('.') + 1);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
