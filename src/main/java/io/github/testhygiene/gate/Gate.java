package io.github.testhygiene.gate;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.GateResult.Breach;
import io.github.testhygiene.model.RuleCount;
import io.github.testhygiene.text.RuleCountPhrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decides whether the build may pass. */
public final class Gate {

    private static final int NAMED = 10;

    private Gate() {}

    /**
     * Holds the findings against the policy. What the project has accepted never counts, nor does a remark: a finding
     * that is said to be milder than its rule.
     *
     * @param findings all findings, worst first
     * @param policy the rules that fail a build
     * @return passed, or one breach a rule in the order in which the findings name them
     */
    public static GateResult judge(List<Finding> findings, GatePolicy policy) {
        Map<String, List<Finding>> byRule = findings.stream()
                .filter(finding -> !finding.accepted())
                .filter(finding -> !finding.isRemark())
                .filter(finding -> policy.failOn().contains(finding.rule()))
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
        List<Breach> breaches = byRule.entrySet().stream()
                .map(entry -> breach(entry.getKey(), entry.getValue()))
                .toList();
        return new GateResult(breaches.isEmpty(), breaches);
    }

    private static Breach breach(String rule, List<Finding> findings) {
        String counted = RuleCountPhrase.describe(new RuleCount(rule, findings.size()));
        return new Breach(rule, findings.size(), 0, counted + ": " + named(findings));
    }

    private static String named(List<Finding> findings) {
        // A test may have several findings of one rule, such as one for each table.
        List<String> subjects = findings.stream().map(Gate::name).distinct().toList();
        String names = subjects.stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = subjects.size() - NAMED;
        return more > 0 ? names + ", and " + more + " more" : names;
    }

    /** A finding about the suite has no subject that could be named; its message says it all. */
    private static String name(Finding finding) {
        return finding.className().isEmpty() ? finding.message() : finding.subject();
    }
}
