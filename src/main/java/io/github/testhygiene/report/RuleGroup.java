package io.github.testhygiene.report;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.RuleCount;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.RuleCountPhrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of one rule. Public for the templates alone.
 *
 * @param rule the rule's id
 * @param severity the worst of them
 * @param findings those that are shown, those that the project has accepted last
 * @param open how many of all of them the project has not accepted
 */
public record RuleGroup(String rule, Severity severity, CappedList<Finding> findings, int open) {

    private static final int OF_ONE_RULE = 100;

    /**
     * Groups findings.
     *
     * @param findings in the report's order
     * @return the worst rules first
     */
    static List<RuleGroup> of(Collection<Finding> findings) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        findings.forEach(finding -> byRule.computeIfAbsent(finding.rule(), unused -> new ArrayList<>())
                .add(finding));
        return byRule.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((RuleGroup group) -> group.open() == 0)
                        .thenComparing(RuleGroup::severity))
                .toList();
    }

    private static RuleGroup group(String rule, List<Finding> findings) {
        List<Finding> openFirst = findings.stream()
                .sorted(Comparator.comparing(Finding::accepted))
                .toList();
        int open =
                (int) findings.stream().filter(finding -> !finding.accepted()).count();
        Severity worst = findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElse(Severity.INFO);
        return new RuleGroup(rule, worst, CappedList.of(openFirst, OF_ONE_RULE), open);
    }

    /**
     * How often it was found.
     *
     * @return for example {@code 3 tests without an assertion}
     */
    public String phrase() {
        return RuleCountPhrase.describe(new RuleCount(rule, findings.shown().size() + findings.more()));
    }

    /**
     * Whether the rule is about the tests' bytecode.
     *
     * @return false for what runs and the database show
     */
    public boolean isAboutBytecode() {
        return Rule.of(rule).filter(Rule::isAboutBytecode).isPresent();
    }
}
