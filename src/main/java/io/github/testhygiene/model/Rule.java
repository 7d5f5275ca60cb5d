package io.github.testhygiene.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    EXECUTED_TWICE(Severity.WARNING),
    /** A test that leaves the server outside its database other than it was. */
    LEAVES_CLUSTER_STATE(Severity.WARNING),
    /** A test that changes files outside the build directory. */
    LEAVES_FILES(Severity.WARNING),
    /** A test that talks to a mock where the database should be. */
    MOCKED_DATABASE(Severity.WARNING),
    /** Tests that run on another engine than PostgreSQL. */
    SUBSTITUTE_ENGINE(Severity.WARNING),
    /** Tests that name a database's host, or bring a database of their own. */
    FIXED_DATABASE(Severity.WARNING),
    /** A container that is started for each test. */
    CONTAINER_PER_TEST(Severity.WARNING),
    /** A schema that is made for each test. */
    SCHEMA_PER_TEST(Severity.WARNING),
    /** A test that checks nothing. */
    NO_ASSERTION(Severity.WARNING),
    /** A class whose tests expect no failure. */
    HAPPY_PATH_ONLY(Severity.INFO),
    /** A class that declares the order of its tests. */
    DECLARES_ORDER(Severity.WARNING),
    /** A static field that tests change and no fixture resets. */
    SHARED_MUTABLE_STATE(Severity.WARNING),
    /** A setting of the JVM that tests change and do not restore. */
    GLOBAL_STATE(Severity.WARNING),
    /** A test that waits for a time instead of an event. */
    SLEEPS(Severity.WARNING),
    /** A test that talks to another machine. */
    EXTERNAL_NETWORK(Severity.WARNING),
    /** A server on a port that may be taken. */
    FIXED_PORT(Severity.WARNING),
    /** A file that every build on the machine shares. */
    FIXED_FILE(Severity.WARNING),
    /** A class that commits and does not clean up. */
    COMMITS_BY_HAND(Severity.WARNING),
    /** A check that depends on chance or on the clock. */
    RANDOM_OR_CLOCK(Severity.INFO, true),
    /** Classes that could not be looked at. */
    UNREAD_CLASS(Severity.WARNING),
    /** A suppression that suppresses nothing. */
    UNUSED_SUPPRESSION(Severity.WARNING);

    private final Severity severity;
    private final boolean offByDefault;

    Rule(Severity severity) {
        this(severity, false);
    }

    Rule(Severity severity, boolean offByDefault) {
        this.severity = severity;
        this.offByDefault = offByDefault;
    }

    /**
     * How bad a finding of this rule is.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Whether its findings are left out unless the project asks for them.
     *
     * @return true if {@code <rules>} has to name it
     */
    public boolean offByDefault() {
        return offByDefault;
    }

    /**
     * Whether it is about what can be read off the tests' bytecode, so that each build finds the same.
     *
     * @return false for rules that watch tests run
     */
    public boolean isAboutBytecode() {
        return compareTo(MOCKED_DATABASE) >= 0 && compareTo(RANDOM_OR_CLOCK) <= 0;
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
        return "src/docs/rules/" + label() + ".md";
    }

    /**
     * The rule with an id.
     *
     * @param label the id
     * @return empty if there is no such rule
     */
    public static Optional<Rule> of(String label) {
        return Arrays.stream(values())
                .filter(rule -> rule.label().equals(label))
                .findFirst();
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
