package io.github.testhygiene.evidence;

import io.github.testhygiene.model.BodyStatements;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds classes around each test of which a fixture changes the schema, by whatever helper: the log shows the DDL where
 * the bytecode does not. The first test of a JVM is left out, since the application may set up its schema then.
 */
final class FixtureSchemaChanges {

    /** One test may have DDL of its own; what every test of several has is the fixture's. */
    private static final int FEWEST_TESTS = 2;

    private final ApplicationStart start;
    private final Map<TestId, BodyStatements> bodies;

    FixtureSchemaChanges(ApplicationStart start, Map<TestId, BodyStatements> bodies) {
        this.start = start;
        this.bodies = bodies;
    }

    /** What the fixtures around a test executed. */
    private record Around(long ddl, double millis, boolean certain) {}

    /** One finding for each class; those whose schema takes the most time first. */
    List<Finding> in(Recording recording) {
        Map<String, List<Around>> byClass = new LinkedHashMap<>();
        for (ObservedSpan span : ObservedSpan.tests(recording)) {
            TestOutcome outcome =
                    recording.outcomes().get(Objects.requireNonNull(span.test()).id());
            if (outcome != null && outcome.status() != TestStatus.SKIPPED && !start.isFirst(span)) {
                byClass.computeIfAbsent(span.className(), name -> new ArrayList<>())
                        .add(around(span));
            }
        }
        return byClass.entrySet().stream()
                .filter(each -> isPerTest(each.getValue()))
                .sorted(Comparator.comparingDouble((Map.Entry<String, List<Around>> each) -> millis(each.getValue()))
                        .reversed())
                .map(each -> finding(each.getKey(), each.getValue()))
                .toList();
    }

    private Around around(ObservedSpan span) {
        SqlUse sql = span.evidence().sql();
        if (sql == null || span.evidence().unattributed() != null) {
            return new Around(0, 0, false);
        }
        BodyStatements body = bodies.get(Objects.requireNonNull(span.test()).id());
        return body == null
                ? new Around(sql.ddl(), sql.ddlMillis(), false)
                : new Around(Math.max(0, sql.ddl() - body.ddl()), sql.ddlMillis(), true);
    }

    /**
     * Where a test's own method was not measured, its DDL is the fixture's only if it is as much as that of a test of which
     * that is known.
     */
    private static boolean isPerTest(List<Around> tests) {
        return tests.size() >= FEWEST_TESTS
                && tests.stream().allMatch(test -> test.ddl() > 0)
                && (tests.stream().allMatch(Around::certain)
                        || (tests.stream().anyMatch(Around::certain)
                                && tests.stream()
                                                .mapToLong(Around::ddl)
                                                .distinct()
                                                .count()
                                        == 1));
    }

    private static double millis(List<Around> tests) {
        return tests.stream().mapToDouble(Around::millis).sum();
    }

    private static Finding finding(String className, List<Around> tests) {
        long most = tests.stream().mapToLong(Around::ddl).max().orElse(0);
        long fewest = tests.stream().mapToLong(Around::ddl).min().orElse(0);
        String statements = fewest == most ? Wording.count(most, "statement") : fewest + " to " + most + " statements";
        return Findings.of(
                Rule.SCHEMA_PER_TEST,
                className,
                null,
                "The fixtures of " + Wording.name(Wording.simpleName(className)) + " execute " + statements
                        + (most == 1 ? " that changes" : " that change") + " the schema around each of " + tests.size()
                        + " tests.",
                "Make the schema once, before the tests; before each test remove rows, or roll its work back.");
    }
}
