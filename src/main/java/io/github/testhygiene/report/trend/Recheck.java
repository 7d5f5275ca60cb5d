package io.github.testhygiene.report.trend;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.EvidenceEntry.ClassFixture;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a build would have found an earlier finding again, had it still been there. Where that is not certain
 * the answer is no: nobody shall be told that something is fixed at which nobody has looked.
 */
final class Recheck {

    private final HygieneReport report;
    private final EarlierState earlier;
    private final BuildScope looked;
    private final Map<String, List<TestEntry>> byClass = new HashMap<>();
    private final Set<TestId> failedInReference = new HashSet<>();
    private final boolean ranToItsEnd;

    Recheck(HygieneReport report, EarlierState earlier, BuildScope looked) {
        this.report = report;
        this.earlier = earlier;
        this.looked = looked;
        Set<TestId> skipped = new HashSet<>();
        for (TestEntry test : report.tests()) {
            byClass.computeIfAbsent(test.className(), name -> new ArrayList<>()).add(test);
            if (test.verdict() == VerdictKind.SKIPPED) {
                skipped.add(test.id());
            }
        }
        List<RunEntry> reference = report.runs().stream()
                .filter(run -> run.kind() == RunKind.REFERENCE)
                .toList();
        reference.forEach(run -> failedInReference.addAll(run.failed()));
        this.ranToItsEnd =
                !reference.isEmpty() && reference.stream().allMatch(run -> skipped.containsAll(run.notRun()));
    }

    /** Whether the suite ran as a whole, so that what is missing in the report is gone. */
    private boolean isWhole() {
        return looked.wholeSuite() && looked.everyTest() && ranToItsEnd;
    }

    boolean looksAt(Finding finding) {
        Rule rule = Rule.of(finding.rule()).orElse(null);
        if (rule == null || !looked.ruleIsOn().test(finding.rule())) {
            return false;
        }
        if (rule.isAboutBytecode() || rule == Rule.UNREAD_CLASS || rule == Rule.UNUSED_SUPPRESSION) {
            return readsBytecodeOf(finding, rule);
        }
        return isGone(finding) || watches(rule, finding);
    }

    private boolean watches(Rule rule, Finding finding) {
        return switch (rule) {
            // A test with another verdict may hide the first one: what always fails cannot be seen to be a victim.
            case VICTIM, BRITTLE, NON_IDEMPOTENT, FLAKY, FAILING ->
                looked.everyRun() && everyTest(finding, test -> test.verdict() == VerdictKind.ISOLATED);
            case SLOW_TEST -> everyTest(finding, test -> hasVerdict(test) && passedInReference(test));
            case SLOW_SUITE, UNCHECKED -> isWhole();
            case USES_ANOTHER_DATABASE -> isWhole() && report.tests().stream().anyMatch(this::reaches);
            case ADVANCES_SEQUENCE ->
                isWhole() && hasChangeLog() && report.tests().stream().allMatch(this::traced);
            case EXECUTED_TWICE -> isWhole() && executed(finding.className());
            case LEAVES_FILES -> looked.everyRun() && everyTest(finding, Recheck::hasVerdict);
            case LEAVES_ROWS -> watchesTraces(finding, test -> test.rowsLeft() != null);
            case LEAVES_SCHEMA, LEAVES_SESSION -> watchesTraces(finding, test -> test.traces() != null);
            case NEVER_REACHES_DATABASE ->
                finding.className().isEmpty()
                        ? isWhole() && report.tests().stream().anyMatch(this::reaches)
                        : everyTest(finding, test -> attributed(test) && (reaches(test) || reachesByFixture(test)));
            case DUPLICATE_STATEMENT -> everyTest(finding, test -> attributed(test) && test.sql() != null);
            case OPENS_CONNECTIONS -> everyTest(finding, test -> attributed(test) && countsConnections(test.sql()));
            case WRITE_NOT_READ_BACK ->
                everyTest(finding, test -> looked.measured().contains(test.id()));
            default -> false;
        };
    }

    /** Whether the test, or the whole class, is no longer there; then nothing of it is left to mend. */
    private boolean isGone(Finding finding) {
        if (!isWhole() || finding.className().isEmpty()) {
            return false;
        }
        if (!looked.classExists().test(finding.className())) {
            return true;
        }
        // A class without any test may be excluded for now; that others of its tests ran shows that it is not.
        return finding.methodName() != null
                && byClass.containsKey(finding.className())
                && testsOf(finding).isEmpty();
    }

    private boolean readsBytecodeOf(Finding finding, Rule rule) {
        LintEntry lint = report.lint();
        if (lint == null || lint.problem() != null || !looked.wholeSuite() || !ranToItsEnd) {
            return false;
        }
        boolean unread = rule != Rule.UNREAD_CLASS
                && report.findings().stream().anyMatch(each -> each.rule().equals(Rule.UNREAD_CLASS.label()));
        return !unread && !isLeftOut(finding) && looked.codeIsRead().test(finding) && logShowsToo(rule, finding);
    }

    /** What is in no class of tests, any of them may use. */
    private boolean isLeftOut(Finding finding) {
        String className = finding.className();
        return !byClass.containsKey(className)
                && (earlier.testClasses().contains(className)
                        ? looked.classExists().test(className)
                        : earlier.testClasses().stream()
                                .anyMatch(each -> !byClass.containsKey(each)
                                        && looked.classExists().test(each)));
    }

    /** The log shows of a class what the bytecode may not show, so that both have to be inspected again. */
    private boolean logShowsToo(Rule rule, Finding finding) {
        boolean isOfClass =
                rule == Rule.SCHEMA_PER_TEST && !finding.className().isEmpty() && finding.methodName() == null;
        return !isOfClass
                || byClass.getOrDefault(finding.className(), List.of()).stream()
                        .allMatch(test -> attributed(test)
                                && test.sql() != null
                                && looked.measured().contains(test.id()));
    }

    /** About a test, or about the fixtures of a class. */
    private boolean watchesTraces(Finding finding, Predicate<TestEntry> recorded) {
        if (!hasChangeLog()) {
            return false;
        }
        if (finding.methodName() != null) {
            return everyTest(finding, test -> attributed(test) && recorded.test(test));
        }
        // Fixtures that did nothing have no entry.
        return executed(finding.className())
                && fixtures(finding.className()).stream().allMatch(Recheck::attributed);
    }

    private boolean everyTest(Finding finding, Predicate<TestEntry> checked) {
        List<TestEntry> tests = testsOf(finding);
        return !tests.isEmpty() && tests.stream().allMatch(checked);
    }

    private List<TestEntry> testsOf(Finding finding) {
        return byClass.getOrDefault(finding.className(), List.of()).stream()
                .filter(test -> test.methodName().equals(finding.methodName()))
                .toList();
    }

    private boolean executed(String className) {
        List<TestEntry> tests = byClass.getOrDefault(className, List.of());
        return tests.stream().anyMatch(test -> test.durations().referenceMillis() != null);
    }

    private static boolean hasVerdict(TestEntry test) {
        return test.verdict() != VerdictKind.UNCHECKED && test.verdict() != VerdictKind.SKIPPED;
    }

    /** A test that failed may have ended before it did what was found. */
    private boolean passedInReference(TestEntry test) {
        return test.durations().referenceMillis() != null && !failedInReference.contains(test.id());
    }

    private boolean attributed(TestEntry test) {
        return test.unattributed() == null && passedInReference(test);
    }

    private static boolean attributed(ClassFixture fixture) {
        return fixture.unattributed() == null && fixture.rowsLeft() != null && fixture.traces() != null;
    }

    private boolean traced(TestEntry test) {
        OtherTraces traces = test.traces();
        return test.verdict() == VerdictKind.SKIPPED || (traces != null && attributed(test));
    }

    private boolean reaches(TestEntry test) {
        return reaches(test.sql());
    }

    private static boolean reaches(@Nullable SqlUse sql) {
        return sql != null && sql.reached();
    }

    /** The fixtures of its class, or of a class around that. */
    private boolean reachesByFixture(TestEntry test) {
        EvidenceEntry evidence = report.evidence();
        return evidence != null
                && evidence.classFixtures().stream()
                        .filter(fixture -> (test.className() + "$").startsWith(fixture.className() + "$"))
                        .anyMatch(fixture -> reaches(fixture.sql()));
    }

    private List<ClassFixture> fixtures(String className) {
        EvidenceEntry evidence = report.evidence();
        return evidence == null
                ? List.of()
                : evidence.classFixtures().stream()
                        .filter(fixture -> fixture.className().equals(className))
                        .toList();
    }

    private boolean hasChangeLog() {
        EvidenceEntry evidence = report.evidence();
        return evidence != null && evidence.noChangeLog() == null;
    }

    private static boolean countsConnections(@Nullable SqlUse sql) {
        return sql != null && sql.connections() != null;
    }
}
