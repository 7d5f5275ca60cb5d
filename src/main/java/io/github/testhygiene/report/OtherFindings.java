package io.github.testhygiene.report;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.RuleCount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The findings that no card tells of. Public for the templates alone.
 *
 * @param shown in the report's order, so many of each rule as a page can hold
 * @param leftOut how many more there are, by rule
 */
public record OtherFindings(List<Finding> shown, List<RuleCount> leftOut) {

    private static final int OF_ONE_RULE = 100;

    /**
     * Picks them.
     *
     * @param findings all findings
     * @param cards the cards, which tell of some
     * @return the rest
     */
    static OtherFindings of(List<Finding> findings, List<TestCard> cards) {
        Set<Finding> told = new HashSet<>();
        cards.forEach(card -> told.addAll(card.findings()));
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Finding> shown = new ArrayList<>();
        for (Finding finding : findings) {
            if (!told.contains(finding) && counts.merge(finding.rule(), 1, Integer::sum) <= OF_ONE_RULE) {
                shown.add(finding);
            }
        }
        List<RuleCount> leftOut = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > OF_ONE_RULE)
                .map(entry -> new RuleCount(entry.getKey(), entry.getValue() - OF_ONE_RULE))
                .toList();
        return new OtherFindings(List.copyOf(shown), leftOut);
    }
}
