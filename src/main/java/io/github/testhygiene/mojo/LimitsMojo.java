package io.github.testhygiene.mojo;

import io.github.testhygiene.check.SettingValues;
import io.github.testhygiene.evidence.EvidenceRules;
import io.github.testhygiene.timing.TimeLimits;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters about what a test may take: time, rows, statements, connections. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class LimitsMojo extends FindingMojo {

    /**
     * How long a test may take, by the median of all its runs.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.testBudget", defaultValue = "500ms")
    private String testBudget;

    /**
     * The time under which a test probably never reached the database.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.testFloor", defaultValue = "50ms")
    private String testFloor;

    /**
     * How long the whole suite may take in the reference run.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.suiteBudget", defaultValue = "5m")
    private String suiteBudget;

    /**
     * Tables that are meant to grow, each an {@code <allowRow>} with {@code <table>}, {@code <most>} (by how many rows
     * one test may let it grow) and {@code <reason>}, which must be given. Such rows stand in the report and fail
     * nothing.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<AllowRow> allowRows = List.of();

    /**
     * How often a test may execute the same query, 1 to 1000000; more is a {@code duplicate-statement}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.duplicateStatements", defaultValue = "20")
    private int duplicateStatements;

    /**
     * How many connections a test may open, 0 to 1000000; more is {@code opens-connections}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.connectionsPerTest", defaultValue = "10")
    private int connectionsPerTest;

    final TimeLimits timeLimits() {
        return SettingValues.limits(
                SettingValues.duration("testFloor", testFloor, "50ms"),
                SettingValues.duration("testBudget", testBudget, "500ms"),
                SettingValues.duration("suiteBudget", suiteBudget, "5m"));
    }

    final EvidenceRules evidenceRules() {
        return new EvidenceRules(
                SettingValues.inRange("duplicateStatements", duplicateStatements, 1, 1_000_000),
                SettingValues.inRange("connectionsPerTest", connectionsPerTest, 0, 1_000_000),
                allowRows.stream().map(AllowRow::checked).toList());
    }
}
