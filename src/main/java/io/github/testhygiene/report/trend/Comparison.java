package io.github.testhygiene.report.trend;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Trend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares a report with an earlier state of the same project. Findings are the same if their fingerprints are; several
 * with one fingerprint, such as those about overloaded tests, count as one.
 *
 * <p>What the project has accepted is left out: it is neither new, nor fixed because it was accepted, and one that is no
 * longer accepted was known before.
 */
public final class Comparison {

    private Comparison() {}

    /**
     * Compares.
     *
     * @param report this build's report
     * @param earlier what it is compared with
     * @param looked what this build looked at
     * @return what has changed
     */
    public static Trend compare(HygieneReport report, EarlierState earlier, BuildScope looked) {
        Set<String> known = fingerprints(earlier.findings());
        Set<String> present = fingerprints(report.findings());
        List<String> open = List.copyOf(open(report.findings()).keySet());
        List<String> added = open.stream().filter(each -> !known.contains(each)).toList();
        Recheck recheck = new Recheck(report, earlier, looked);
        List<Finding> fixed = new ArrayList<>();
        List<Finding> unknown = new ArrayList<>();
        open(earlier.findings()).forEach((fingerprint, finding) -> {
            if (!present.contains(fingerprint)) {
                (recheck.looksAt(finding) ? fixed : unknown).add(finding);
            }
        });
        return new Trend(
                earlier.startedAt(),
                earlier.suiteMillis(),
                earlier.tests(),
                added,
                open.size() - added.size(),
                fixed,
                unknown);
    }

    private static Set<String> fingerprints(Collection<Finding> findings) {
        return findings.stream().map(Finding::fingerprint).collect(Collectors.toSet());
    }

    private static Map<String, Finding> open(Collection<Finding> findings) {
        Map<String, Finding> open = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> !finding.accepted())
                .forEach(finding -> open.putIfAbsent(finding.fingerprint(), finding));
        return open;
    }
}
