package io.github.testhygiene.evidence;

import io.github.testhygiene.model.BodyStatements;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what the database saw of the reference run into findings. */
public final class EvidenceFindings {

    private EvidenceFindings() {}

    /**
     * The findings, worst first: what is accepted comes last, then severity decides, then the rule, then the cost in
     * rows, calls or connections.
     *
     * @param recording the reference run with what the database saw of it
     * @param bodies what the tests' own methods asked of the database; a test that was not measured is missing
     * @param polluters the tests to which another test's failure was traced
     * @param rules the limits
     * @param signs what shows that the tests have a database of their own
     * @return none if nothing is known, or if there is nothing to fix
     */
    public static List<Finding> find(
            Recording recording,
            Map<TestId, BodyStatements> bodies,
            Set<TestId> polluters,
            EvidenceRules rules,
            DatabaseSigns signs) {
        ApplicationStart start = new ApplicationStart(recording);
        BusyTests busy = new BusyTests(start, rules);
        List<Finding> findings = new ArrayList<>(new UnusedDatabase(recording, signs).findings());
        findings.addAll(new LeftRows(start, polluters, rules.allowRows()).in(recording));
        findings.addAll(new LeftSchema(start).in(recording));
        findings.addAll(LeftSessions.in(recording));
        findings.addAll(busy.repeating(recording));
        findings.addAll(busy.connecting(recording));
        findings.addAll(DuplicateExecutions.in(recording));
        findings.addAll(UnreadWrites.in(recording, bodies, start));
        findings.addAll(new FixtureSchemaChanges(start, bodies).in(recording));
        findings.addAll(AdvancedSequences.in(recording));
        findings.sort(Comparator.comparing(Finding::accepted).thenComparing(Finding::severity));
        return List.copyOf(findings);
    }
}
