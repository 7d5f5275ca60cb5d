package io.github.testhygiene.lint;

import io.github.testhygiene.lint.rule.Violation;
import io.github.testhygiene.lint.rule.ViolationPlace;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts what was found into the words of a report. */
final class LintFindings {

    private static final int NAMED = 3;

    private final SourceFiles sources;
    private final Map<String, Integer> seen = new HashMap<>();

    LintFindings(SourceFiles sources) {
        this.sources = sources;
    }

    /** The worst first, then rule by rule, class by class and line by line. */
    List<Finding> of(LintResult result) {
        List<Violation> violations = new ArrayList<>(result.violations());
        violations.sort(Comparator.comparing(Violation::severity)
                .thenComparing(each -> each.habit().rule())
                .thenComparing(each -> each.place().className())
                .thenComparing(each -> String.valueOf(each.place().resource()))
                .thenComparing(each -> each.place().line())
                .thenComparing(Violation::message));
        List<Finding> findings = new ArrayList<>();
        violations.forEach(violation -> findings.add(finding(violation)));
        if (!result.unread().isEmpty()) {
            findings.add(unread(result.unread()));
        }
        return findings;
    }

    private Finding finding(Violation violation) {
        ViolationPlace place = violation.place();
        return Findings.of(
                        violation.habit().rule(),
                        violation.severity(),
                        place.className(),
                        place.methodName(),
                        detail(violation),
                        violation.message(),
                        violation.habit().advice())
                .at(sources.file(place).orElse(null), sources.line(place).orElse(null));
    }

    /** What tells a finding from others must not change when lines move: the second in a method stays the second. */
    private String detail(Violation violation) {
        ViolationPlace place = violation.place();
        List<String> parts = new ArrayList<>();
        for (String part : new String[] {place.resource(), place.field(), violation.detail()}) {
            if (part != null && !part.isEmpty()) {
                parts.add(part);
            }
        }
        String detail = String.join(" ", parts);
        String key = violation.habit().rule() + " " + place.className() + " " + place.methodName() + " " + detail;
        int count = seen.merge(key, 1, Integer::sum);
        return count == 1 ? detail : detail + "#" + count;
    }

    private static Finding unread(Map<String, String> unread) {
        Map<String, String> sorted = new TreeMap<>(unread);
        String names = sorted.entrySet().stream()
                .limit(NAMED)
                .map(entry -> "`" + entry.getKey() + "` (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        int more = sorted.size() - NAMED;
        String count = sorted.size() == 1 ? "1 class file was" : sorted.size() + " class files were";
        return Findings.of(
                Rule.UNREAD_CLASS,
                "",
                null,
                count + " not looked at: " + names + (more > 0 ? ", and " + more + " more" : "") + ".",
                "Compile the tests anew with `mvn clean test-compile`, for a release that is known"
                        + " (`<maven.compiler.testRelease>`), or use a newer version of this plugin.");
    }
}
