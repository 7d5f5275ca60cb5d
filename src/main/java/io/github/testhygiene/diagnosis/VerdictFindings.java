package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.RunPlanner;
import io.github.testhygiene.text.CulpritPhrases;
import io.github.testhygiene.text.DependenceAdvice;
import io.github.testhygiene.text.DependenceSentences;
import io.github.testhygiene.text.UncheckedAdvice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns verdicts into findings. */
public final class VerdictFindings {

    private static final List<VerdictKind> WORST_FIRST = List.of(
            VerdictKind.VICTIM,
            VerdictKind.BRITTLE,
            VerdictKind.NON_IDEMPOTENT,
            VerdictKind.FAILING,
            VerdictKind.FLAKY);

    private final Map<TestId, RecordedTest> tests;
    private final Map<TestId, Diagnosis> diagnoses;
    private final Map<TestId, AloneCounts> alone;
    private final DependenceSentences sentences;
    private final DependenceAdvice advice;

    private VerdictFindings(
            Map<TestId, RecordedTest> tests,
            Map<TestId, Diagnosis> diagnoses,
            Map<TestId, AloneCounts> alone,
            Map<TestId, Integer> positions) {
        this.tests = tests;
        this.diagnoses = diagnoses;
        this.alone = alone;
        this.sentences = new DependenceSentences(this::name, positions);
        this.advice = new DependenceAdvice(tests);
    }

    /**
     * The findings, worst first.
     *
     * @param verdicts all verdicts, in the reference order
     * @param tests the tests by id
     * @param diagnoses whom tests depend on; a test that is missing was not searched for
     * @param alone how tests ended in their alone runs; of a test that is missing no counts are told
     * @param fixes what to change so that tests are not unchecked, by a part of the reason; of others the reason says it
     * @return one for each test that should be mended, and one for all that are unchecked
     */
    public static List<Finding> create(
            Collection<Verdict> verdicts,
            Map<TestId, RecordedTest> tests,
            Map<TestId, Diagnosis> diagnoses,
            Map<TestId, AloneCounts> alone,
            Map<String, String> fixes) {
        Map<TestId, Integer> positions = new HashMap<>();
        verdicts.forEach(verdict -> positions.putIfAbsent(verdict.id(), positions.size()));
        VerdictFindings maker = new VerdictFindings(tests, diagnoses, alone, positions);
        List<Finding> findings = new ArrayList<>();
        for (VerdictKind kind : WORST_FIRST) {
            for (Verdict verdict : verdicts) {
                RecordedTest test = tests.get(verdict.id());
                if (verdict.kind() == kind && test != null) {
                    maker.finding(verdict, test).ifPresent(findings::add);
                }
            }
        }
        unchecked(verdicts, fixes).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> unchecked(Collection<Verdict> verdicts, Map<String, String> fixes) {
        long notSelected = verdicts.stream().filter(Verdict::isNotSelected).count();
        long unchecked = verdicts.stream()
                        .filter(verdict -> verdict.kind() == VerdictKind.UNCHECKED)
                        .count()
                - notSelected;
        return unchecked == 0
                ? Optional.empty()
                : Optional.of(Findings.of(
                        Rule.UNCHECKED,
                        "",
                        null,
                        unchecked + " of " + verdicts.size() + " tests are unchecked" + others(notSelected),
                        advice(verdicts, fixes)));
    }

    /** What to change for the reason that most of them have. */
    private static String advice(Collection<Verdict> verdicts, Map<String, String> fixes) {
        Map<String, Long> reasons = verdicts.stream()
                .filter(verdict -> verdict.kind() == VerdictKind.UNCHECKED && !verdict.isNotSelected())
                .map(verdict -> UncheckedAdvice.adviceFor(String.valueOf(verdict.reason()), fixes))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return "Read each test's reason in the report. "
                + Collections.max(reasons.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    private static String others(long notSelected) {
        return notSelected == 0
                ? ""
                : "; " + notSelected + (notSelected == 1 ? " more was" : " more were") + " not selected";
    }

    private Optional<Finding> finding(Verdict verdict, RecordedTest test) {
        Diagnosis diagnosis = diagnoses.get(verdict.id());
        AloneCounts counts = alone.getOrDefault(verdict.id(), AloneCounts.NONE);
        String name = CulpritPhrases.code(test.shortName());
        return switch (verdict.kind()) {
            case VICTIM ->
                create(
                        Rule.VICTIM,
                        test,
                        sentences.victim(
                                verdict,
                                diagnosis,
                                counts.passes(),
                                RunPlanner.REFERENCE.equals(verdict.failedLabel())),
                        advice.victim(test, diagnosis));
            case BRITTLE ->
                create(
                        Rule.BRITTLE,
                        test,
                        sentences.brittle(verdict, diagnosis, counts.failures()),
                        advice.brittle(diagnosis));
            case NON_IDEMPOTENT ->
                create(
                        Rule.NON_IDEMPOTENT,
                        test,
                        sentences.nonIdempotent(verdict, diagnosis),
                        advice.nonIdempotent(diagnosis));
            case FAILING ->
                create(
                        Rule.FAILING,
                        test,
                        name + " fails in every run.",
                        "This is no matter of order: mend the test, or what it tests.");
            case FLAKY ->
                create(
                        Rule.FLAKY,
                        test,
                        name + " is flaky" + (verdict.reason() == null ? "" : ": " + verdict.reason()) + ".",
                        "Look for time, randomness and concurrency in the test and in what it tests.");
            case ISOLATED, SKIPPED, UNCHECKED -> Optional.empty();
        };
    }

    private String name(TestId id) {
        RecordedTest test = tests.get(id);
        return test == null ? id.value() : test.shortName();
    }

    private static Optional<Finding> create(Rule rule, RecordedTest test, String message, String advice) {
        return Optional.of(Findings.of(rule, test.className(), test.methodName(), message, advice));
    }
}
