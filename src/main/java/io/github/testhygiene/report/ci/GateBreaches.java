package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.GateResult.Breach;
import io.github.testhygiene.model.HygieneReport;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the findings that stand against the gate from all others.
 *
 * @param rules the ids of the rules that the gate names
 */
record GateBreaches(Set<String> rules) {

    /** Copies the set. */
    GateBreaches {
        rules = Set.copyOf(rules);
    }

    static GateBreaches of(HygieneReport report) {
        return new GateBreaches(
                report.gate().breaches().stream().map(Breach::rule).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Whether a finding is one of those that the gate has counted.
     *
     * @param finding a finding of the same report
     * @return false for what is accepted, for remarks, and for rules that fail nothing
     */
    boolean hold(Finding finding) {
        return rules.contains(finding.rule()) && !finding.accepted() && !finding.isRemark();
    }
}
