package io.github.testhygiene.model;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.SampleRecordings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the vocabulary refuses, and what it never tells. */
class RecordsTest {

    private static final TestId ID = test("shop.OrderIT", "a").id();
    private static final TestFailure FAILURE = new TestFailure("java.lang.AssertionError", "no", "");

    @Example
    void aTestIdIsNotBlank() {
        assertThatThrownBy(() -> new TestId(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void aTestIdNamesItsEngine() {
        assertThat(ID.engine()).isEqualTo("junit-jupiter");
        assertThat(new TestId("[class:x]").engine()).isEmpty();
        assertThat(new TestId("[engine:x").engine()).isEmpty();
    }

    @Example
    void aFailureBelongsToAFailedTestAndToNoOther() {
        assertThatThrownBy(() -> new TestOutcome(ID, TestStatus.PASSED, Duration.ZERO, FAILURE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TestOutcome(ID, TestStatus.FAILED, Duration.ZERO, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TestOutcome(ID, TestStatus.PASSED, Duration.ofMillis(-1), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void anUncheckedTestHasAReason() {
        TestEntry.Evidence evidence = new TestEntry.Evidence(0, 0, 0, 0);

        assertThatThrownBy(() -> new Verdict(ID, VerdictKind.UNCHECKED, null, evidence, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void aGatePassesWithoutBreachesAndOnlyThen() {
        assertThatThrownBy(() -> new GateResult(false, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GateResult(true, List.of(new GateResult.Breach("victim", 1, 0, "1 victim"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void aProblemSaysWhatHappenedAndHowToMendIt() {
        assertThatThrownBy(() -> new Problem("what", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Problem("", "fix")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ProblemException(new Problem("what", "fix"))).hasMessageContainingAll("what", "fix");
    }

    @Example
    void aRecipeTellsNoSecrets() {
        LaunchRecipe recipe = SampleRecordings.recipe(List.of("-Dtoken=s3cret"), Map.of("password", "s3cret"));

        assertThat(recipe.toString()).contains("/opt/jdk").doesNotContain("s3cret");
    }

    @Example
    void aDatabaseTellsWhereItIsAndNotItsPassword() {
        DatabaseCoordinates database = new DatabaseCoordinates("::1", 5432, "shop", "me", "s3cret", "");

        assertThat(database).hasToString("jdbc:postgresql://[::1]:5432/shop as me");
        assertThat(database.withDatabase("other").jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:5432/other");
        assertThatThrownBy(() -> new DatabaseCoordinates("h", 0, "d", "u", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void everyExitHasItsNameInReports() {
        assertThat(List.of(
                        new RunExit.Completed(),
                        new RunExit.TimedOut(Duration.ofSeconds(1), null),
                        new RunExit.Crashed(1, null, ""),
                        new RunExit.NoAnswer("no")))
                .extracting(RunExit::label)
                .containsExactly("completed", "timed-out", "crashed", "no-answer");
    }

    @Example
    void aNestedTestIsShownAsAPersonWritesIt() {
        RecordedTest nested = test("shop.OrderIT$Paid", "ships");

        assertThat(nested.shortName()).isEqualTo("OrderIT.Paid.ships");
        assertThat(nested.selector()).isEqualTo("shop.OrderIT$Paid#ships");
        assertThat(nested.topLevelClass()).isEqualTo("shop.OrderIT");
    }

    @Example
    void everyRuleHasItsOwnPlaceInTheDocumentation() {
        assertThat(Rule.values()).extracting(Rule::docs).doesNotHaveDuplicates();
        assertThat(Rule.labels()).contains("victim", "brittle", "slow-test").doesNotHaveDuplicates();
    }

    @Example
    void everyRuleIsExplainedWhereItsFindingsPoint() throws IOException {
        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(Path.of(rule.docs())).exists());
    }

    @Property(tries = 200)
    void aFailureInOneLineIsOneShortLine(@ForAll String message) {
        String line = new TestFailure("java.lang.AssertionError", message, "").oneLine();

        assertThat(line)
                .startsWith("AssertionError")
                .hasSizeLessThanOrEqualTo(160)
                .hasLineCount(1);
    }

    @Example
    void theSameFindingHasTheSameFingerprintInEveryBuild() {
        Finding finding = Findings.of(Rule.VICTIM, "shop.OrderIT", "a", "message", "advice");

        assertThat(finding.fingerprint())
                .hasSize(24)
                .isEqualTo(Findings.of(Rule.VICTIM, "shop.OrderIT", "a", "other words", "other advice")
                        .fingerprint())
                .isEqualTo("62ebfd99860e638b6f5f0c7c");
    }

    @Example
    void otherFindingsHaveOtherFingerprints() {
        assertThat(List.of(
                        Findings.of(Rule.VICTIM, "shop.OrderIT", "a", "m", "a"),
                        Findings.of(Rule.BRITTLE, "shop.OrderIT", "a", "m", "a"),
                        Findings.of(Rule.VICTIM, "shop.OrderIT", "b", "m", "a"),
                        Findings.of(Rule.VICTIM, "shop.OrderIT", null, "m", "a"),
                        Findings.of(Rule.VICTIM, "shop.CartIT", "a", "m", "a")))
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates();
    }

    @Example
    void findingsOfOneRuleAboutOneTestAreToldApartByTheirDetail() {
        Finding plain = Findings.of(Rule.LEAVES_ROWS, "shop.OrderIT", "a", "m", "a");
        Finding detailed = Findings.of(Rule.LEAVES_ROWS, Severity.ERROR, "shop.OrderIT", "a", "public.t", "m", "a");

        assertThat(List.of(
                        plain,
                        detailed,
                        Findings.of(Rule.LEAVES_ROWS, Severity.ERROR, "shop.OrderIT", "a", "public.u", "m", "a"),
                        Findings.of(Rule.LEAVES_ROWS, Severity.ERROR, "shop.OrderIT", null, "public.t", "m", "a")))
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates();
        assertThat(detailed.severity()).isEqualTo(Severity.ERROR);
        assertThat(detailed.withSeverity(Severity.INFO).fingerprint()).isEqualTo(detailed.fingerprint());
        assertThat(detailed.asAccepted().accepted()).isTrue();
        assertThat(Findings.of(Rule.LEAVES_ROWS, Severity.WARNING, "shop.OrderIT", "a", "", "m", "a"))
                .isEqualTo(plain);
    }
}
