package io.github.testhygiene.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What findings are about. */
public enum Rule implements Labeled {
    /** A test that fails after a polluter. */
    VICTIM(Severity.ERROR),
    /** A test that fails alone. */
    BRITTLE(Severity.ERROR),
    /** A test that fails when it runs again in the same JVM and database. */
    NON_IDEMPOTENT(Severity.ERROR),
    /** A test whose outcome changes from run to run. */
    FLAKY(Severity.WARNING),
    /** A test that fails in every run. */
    FAILING(Severity.ERROR),
    /** A test that takes longer than the budget for one test. */
    SLOW_TEST(Severity.WARNING),
    /** A suite that takes longer than the budget for all tests. */
    SLOW_SUITE(Severity.WARNING),
    /** Tests without an answer. */
    UNCHECKED(Severity.WARNING),
    /** A test, or a class's fixtures, that leaves rows behind. */
    LEAVES_ROWS(Severity.WARNING),
    /** A test that leaves the schema other than it was. */
    LEAVES_SCHEMA(Severity.WARNING),
    /** A sequence that tests advance. */
    ADVANCES_SEQUENCE(Severity.INFO),
    /** A test that leaves a transaction or a lock behind. */
    LEAVES_SESSION(Severity.WARNING),
    /** A test that executes no statement. */
    NEVER_REACHES_DATABASE(Severity.WARNING),
    /** A test that writes and reads nothing of it back. */
    WRITE_NOT_READ_BACK(Severity.INFO),
    /** A suite that does not use the database that it was given. */
    USES_ANOTHER_DATABASE(Severity.WARNING),
    /** A test that executes the same query again and again. */
    DUPLICATE_STATEMENT(Severity.WARNING),
    /** A test that opens many connections. */
    OPENS_CONNECTIONS(Severity.WARNING),
    /** A test that the suite executes more than once. */
    EXECUTED_TWICE(Severity.WARNING);

    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    /**
     * How bad a finding of this rule is.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Where a reader learns more.
     *
     * @return a place in this project's documentation
     */
    public String docs() {
        return "src/docs/rules.md#" + label();
    }

    /**
     * The ids of all rules.
     *
     * @return in a fixed order
     */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Rule::label).toList();
    }
}
