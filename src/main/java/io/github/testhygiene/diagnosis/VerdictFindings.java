package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns verdicts into findings. */
public final class VerdictFindings {

    private VerdictFindings() {}

    /**
     * The findings, worst first.
     *
     * @param verdicts all verdicts
     * @param tests the tests by id
     * @return one for each test that should be mended, and one for all that are unchecked
     */
    public static List<Finding> of(Collection<Verdict> verdicts, Map<TestId, RecordedTest> tests) {
        List<Finding> findings = new ArrayList<>();
        for (VerdictKind kind :
                List.of(VerdictKind.VICTIM, VerdictKind.BRITTLE, VerdictKind.FAILING, VerdictKind.FLAKY)) {
            for (Verdict verdict : verdicts) {
                RecordedTest test = tests.get(verdict.id());
                if (verdict.kind() == kind && test != null) {
                    finding(verdict, test).ifPresent(findings::add);
                }
            }
        }
        long unchecked = verdicts.stream()
                .filter(verdict -> verdict.kind() == VerdictKind.UNCHECKED)
                .count();
        if (unchecked > 0) {
            findings.add(Findings.of(
                    Rule.UNCHECKED,
                    "",
                    null,
                    unchecked + " of " + verdicts.size() + " tests are unchecked",
                    "Read each test's reason in the report; where the time budget ended, raise <timeBudget> or"
                            + " -Dtest-hygiene.timeBudget."));
        }
        return findings;
    }

    private static Optional<Finding> finding(Verdict verdict, RecordedTest test) {
        String name = test.shortName();
        String where =
                verdict.failedIn() == null ? "" : " in run " + verdict.failedIn() + " (" + verdict.failedLabel() + ")";
        return switch (verdict.kind()) {
            case VICTIM ->
                Optional.of(
                        of(
                                Rule.VICTIM,
                                test,
                                name + " passes alone and fails" + where,
                                "A test that runs before it leaves something behind. Mend that test's clean-up, not this test."));
            case BRITTLE ->
                Optional.of(of(
                        Rule.BRITTLE,
                        test,
                        name + " fails alone and passes after other tests",
                        "It needs what another test sets up. Let its own fixture create what it reads."));
            case FAILING ->
                Optional.of(of(
                        Rule.FAILING,
                        test,
                        name + " fails in every run",
                        "This is no matter of order: mend the test, or what it tests."));
            case FLAKY ->
                Optional.of(of(
                        Rule.FLAKY,
                        test,
                        name + " is flaky: " + verdict.reason(),
                        "Look for time, randomness and concurrency in the test and in what it tests."));
            case ISOLATED, NON_IDEMPOTENT, SKIPPED, UNCHECKED -> Optional.empty();
        };
    }

    private static Finding of(Rule rule, RecordedTest test, String message, String advice) {
        return Findings.of(rule, test.className(), test.methodName(), message, advice);
    }
}
