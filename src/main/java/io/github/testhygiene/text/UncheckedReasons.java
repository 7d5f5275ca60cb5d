package io.github.testhygiene.text;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Counts why tests are unchecked. */
public final class UncheckedReasons {

    private UncheckedReasons() {}

    /**
     * The reasons with the number of tests each, the most frequent first; equals in the order of the tests.
     *
     * @param report the report
     * @return empty if every test has an answer
     */
    public static List<Map.Entry<String, Long>> count(HygieneReport report) {
        Map<String, Long> counts = report.tests().stream()
                .filter(test -> test.verdict() == VerdictKind.UNCHECKED)
                .collect(Collectors.groupingBy(UncheckedReasons::reason, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Long>::getValue).reversed())
                .toList();
    }

    private static String reason(TestEntry test) {
        String reason = Objects.requireNonNullElse(test.reason(), "");
        return reason.isBlank() ? "no reason was recorded" : PlainText.line(UncheckedAdvice.general(reason), 300);
    }
}
