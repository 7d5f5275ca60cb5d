package io.github.testhygiene.evidence;

import static io.github.testhygiene.evidence.Suite.added;
import static io.github.testhygiene.evidence.Suite.created;
import static io.github.testhygiene.evidence.Suite.schema;
import static io.github.testhygiene.evidence.Suite.span;
import static io.github.testhygiene.evidence.Suite.uncounted;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TableChange;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftRowsTest {

    private static final RecordedTest AUDITS = test("shop.AccountIT", "audits");
    private static final RecordedTest PAYS = test("shop.AccountIT$Rich", "pays");

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Finding of(TableChange change) {
        return only(Suite.warm().test(AUDITS, span(change)).findings());
    }

    private static List<Finding> allowing(long most, TableChange change) {
        return allowing("account_audit", most, change);
    }

    private static List<Finding> allowing(String table, long most, TableChange change) {
        AllowedRows allowed = new AllowedRows(table, most, "the audit log only grows");
        return Suite.warm().test(AUDITS, span(change)).findings(Set.of(), new EvidenceRules(20, 10, List.of(allowed)));
    }

    @Test
    void theTestThatLeavesRowsIsNamedWithTheTableAndTheRows() {
        Finding finding = of(added("public.account_audit", 3));

        assertThat(finding.message())
                .isEqualTo("`public.account_audit` 0 → 3 rows (+3) left behind by `AccountIT.audits`");
        assertThat(finding.rule()).isEqualTo("leaves-rows");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.subject()).isEqualTo("AccountIT.audits");
        assertThat(finding.accepted()).isFalse();
        assertThat(finding.advice())
                .isEqualTo("Take it back in an @AfterEach fixture, roll the test's transaction back, or name the table"
                        + " in <allowRows> if it is meant to grow.");
    }

    @Test
    void aRowIsShownAsASample() {
        assertThat(of(added("public.t", 1, "id=1,\n note=created", "id=2")).message())
                .isEqualTo("`public.t` 0 → 1 row (+1) left behind by `AccountIT.audits`: id=1, note=created");
    }

    @Test
    void whereNobodyCountedTheTableTheChangeIsTold() {
        assertThat(of(uncounted("public.t", 3, 0, 0)).message())
                .isEqualTo("`public.t` +3 rows left behind by `AccountIT.audits`");
        assertThat(of(uncounted("public.t", 0, 2, 0)).message())
                .isEqualTo("`public.t` 2 rows changed by `AccountIT.audits`");
        assertThat(of(uncounted("public.t", 0, 0, 1)).message())
                .isEqualTo("`public.t` 1 row deleted by `AccountIT.audits`");
        assertThat(of(uncounted("public.t", 1, 2, 3)).message())
                .isEqualTo("`public.t` +1 row, 3 rows deleted, 2 rows changed left behind by `AccountIT.audits`");
    }

    @Test
    void allThatHappenedToATableIsTold() {
        TableChange change = new TableChange("public.t", 3, 1, 2, true, 5L, 6L, List.of(), false, false);

        assertThat(of(change).message())
                .isEqualTo("`public.t` 5 → 6 rows (+3, 2 deleted, 1 changed, truncated) left behind by"
                        + " `AccountIT.audits`");
    }

    @Test
    void changedRowsAreToldWithoutTheirNumberBeforeAndAfter() {
        TableChange change = new TableChange("public.t", 0, 2, 0, false, 5L, 5L, List.of(), false, false);

        assertThat(of(change).message()).isEqualTo("`public.t` 2 rows changed by `AccountIT.audits`");
    }

    @Test
    void truncatingAnEmptyTableLeavesNothing() {
        TableChange empty = new TableChange("public.t", 0, 0, 0, true, 0L, 0L, List.of(), false, false);
        TableChange unknown = new TableChange("public.u", 0, 0, 0, true, null, null, List.of(), false, false);

        assertThat(only(Suite.warm().test(AUDITS, span(empty, unknown)).findings())
                        .message())
                .isEqualTo("`public.u` truncated by `AccountIT.audits`");
    }

    @Test
    void rowsThatCameLateAreMarked() {
        TableChange late = new TableChange("public.t", 1, 0, 0, false, 0L, 1L, List.of("id=7"), true, false);

        assertThat(of(late).message())
                .isEqualTo("`public.t` 0 → 1 row (+1) left behind by `AccountIT.audits` (committed after the test's"
                        + " end): id=7");
        assertThat(only(Suite.warm().fixture("shop.AccountIT", span(late)).findings())
                        .message())
                .isEqualTo("`public.t` 0 → 1 row (+1) left behind by `AccountIT`'s class fixtures (committed after"
                        + " their end): id=7");
    }

    @Test
    void rowsOfAClassFixtureBelongToTheClass() {
        Finding finding = only(Suite.warm()
                .fixture("shop.AccountIT$Rich", span(added("public.account", 2)))
                .findings());

        assertThat(finding.message())
                .isEqualTo("`public.account` 0 → 2 rows (+2) left behind by `AccountIT.Rich`'s class fixtures");
        assertThat(finding.className()).isEqualTo("shop.AccountIT$Rich");
        assertThat(finding.methodName()).isNull();
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.advice()).startsWith("Take it back in an @AfterAll fixture");
    }

    @Test
    void whatTheFixturesOfTheClassTakeBackIsARemark() {
        TableChange change = new TableChange("public.t", 1, 0, 0, false, 0L, 1L, List.of(), false, true);
        Finding finding = of(change);

        assertThat(finding.message())
                .isEqualTo("`public.t` 0 → 1 row (+1) left behind by `AccountIT.audits`, taken back by the fixtures of"
                        + " its class");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void rowsOfATestThatMakesAnotherOneFailAreAnError() {
        TableChange takenBack = new TableChange("public.t", 1, 0, 0, false, 0L, 1L, List.of(), false, true);
        List<Finding> findings = Suite.warm()
                .test(PAYS, span(added("public.t", 100)))
                .test(AUDITS, span(added("public.t", 1), takenBack))
                .findings(Set.of(AUDITS.id()), EvidenceRules.DEFAULTS);

        assertThat(findings)
                .extracting(Finding::subject, Finding::severity)
                .containsExactly(
                        tuple("AccountIT.audits", Severity.ERROR),
                        tuple("AccountIT.audits", Severity.ERROR),
                        tuple("AccountIT.Rich.pays", Severity.WARNING));
    }

    @Test
    void eachTableHasItsFindingAndItsFingerprint() {
        List<Finding> findings = Suite.warm()
                .test(AUDITS, span(added("public.a", 1), added("public.b", 300)))
                .test(PAYS, span(added("public.a", 20)))
                .findings();

        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly(
                        "`public.b` 0 → 300 rows (+300) left behind by `AccountIT.audits`",
                        "`public.a` 0 → 20 rows (+20) left behind by `AccountIT.Rich.pays`",
                        "`public.a` 0 → 1 row (+1) left behind by `AccountIT.audits`");
        assertThat(findings).extracting(Finding::fingerprint).doesNotHaveDuplicates();
        assertThat(of(added("public.a", 77)).fingerprint())
                .isEqualTo(findings.get(2).fingerprint());
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        assertThat(Suite.warm()
                        .test(AUDITS, SpanEvidence.unattributed("it overlapped with others"))
                        .test(PAYS, null)
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account_audit", "Account_Audit", "public.account_audit", "PUBLIC.\"account_audit\""})
    void aTableThatIsMeantToGrowIsAccepted(String table) {
        Finding finding = only(allowing(table, 3, added("public.account_audit", 3, "id=1")));

        assertThat(finding.accepted()).isTrue();
        assertThat(finding.message())
                .isEqualTo("`public.account_audit` 0 → 3 rows (+3) left behind by `AccountIT.audits` (allowed: the"
                        + " audit log only grows): id=1");
        assertThat(finding.advice()).isEqualTo("Nothing has to be done while it grows by no more.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "shop.account_audit", "\"Account_Audit\"", "public.account_audit.id"})
    void anotherTableIsNotAccepted(String table) {
        Finding finding = only(allowing(table, 3, added("public.account_audit", 3)));

        assertThat(finding.accepted()).isFalse();
        assertThat(finding.message()).doesNotContain("allow");
    }

    @Test
    void aTableThatGrowsByMoreThanItMayIsToldWithTheLimit() {
        Finding finding = only(allowing(2, added("public.account_audit", 3)));

        assertThat(finding.accepted()).isFalse();
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message())
                .isEqualTo("`public.account_audit` 0 → 3 rows (+3) left behind by `AccountIT.audits`, more than the 2"
                        + " rows that <allowRows> allows");
    }

    @Test
    void aTableThatMayGrowMayNotShrink() {
        assertThat(allowing(9, uncounted("public.account_audit", 3, 0, 1)))
                .extracting(Finding::accepted, Finding::message)
                .containsExactly(tuple(
                        false,
                        "`public.account_audit` +3 rows, 1 row deleted left behind by `AccountIT.audits`, which"
                                + " <allowRows> allows to grow and nothing else"));
        assertThat(allowing(9, uncounted("public.account_audit", 3, 1, 0)))
                .extracting(Finding::accepted)
                .containsExactly(false);
    }

    @Test
    void theMostGenerousOfSeveralEntriesDecides() {
        List<AllowedRows> allowed = List.of(
                new AllowedRows("t", 1, "few"),
                new AllowedRows("public.t", 5, "many"),
                new AllowedRows("t", 2, "some"));
        List<Finding> findings = Suite.warm()
                .test(AUDITS, span(added("public.t", 4)))
                .findings(Set.of(), new EvidenceRules(20, 10, allowed));

        assertThat(findings).extracting(Finding::accepted).containsExactly(true);
        assertThat(findings.get(0).message()).endsWith("(allowed: many)");
    }

    @Test
    void whatIsAcceptedComesLast() {
        AllowedRows allowed = new AllowedRows("log", 1_000, "it is a log");
        List<Finding> findings = Suite.warm()
                .test(AUDITS, span(added("public.log", 900), added("public.t", 1)))
                .findings(Set.of(AUDITS.id()), new EvidenceRules(20, 10, List.of(allowed)));

        assertThat(findings).extracting(Finding::accepted).containsExactly(false, true);
    }

    @Test
    void rowsThatCameWithTheApplicationsStartAreARemark() {
        SpanEvidence start = span(
                List.of(added("public.country", 200), added("public.orders", 1)),
                schema(created("table", "public.country")));
        List<Finding> findings = Suite.cold().test(AUDITS, start).findings();

        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("leaves-rows"))
                .extracting(Finding::severity, Finding::message)
                .containsExactly(
                        tuple(Severity.WARNING, "`public.orders` 0 → 1 row (+1) left behind by `AccountIT.audits`"),
                        tuple(
                                Severity.INFO,
                                "`public.country` 0 → 200 rows (+200) left behind by `AccountIT.audits`, filled when"
                                        + " the application started"));
    }

    @Test
    void aLaterTestThatMakesATableAndFillsItIsNotTheApplication() {
        SpanEvidence made = span(List.of(added("public.t", 1)), schema(created("table", "public.t")));

        assertThat(Suite.warm().test(AUDITS, made).findings())
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(tuple("leaves-rows", Severity.WARNING), tuple("leaves-schema", Severity.WARNING));
    }

    @Test
    void theHistoryOfMigrationsIsTheApplicationsOwn() {
        SpanEvidence migrates = span(
                List.of(added("public.flyway_schema_history", 1), added("public.t", 1)),
                OtherTraces.NONE,
                "public.flyway_schema_history");
        assertThat(Suite.warm().test(AUDITS, migrates).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING, Severity.INFO);

        SpanEvidence drops = span(
                List.of(added("public.flyway_schema_history", 1)),
                schema(new SchemaChange(SchemaChange.Kind.DROPPED, "table", "public.t")),
                "public.flyway_schema_history");
        assertThat(Suite.warm().test(AUDITS, drops).findings())
                .extracting(Finding::severity)
                .containsOnly(Severity.WARNING);

        assertThat(Suite.warm()
                        .test(AUDITS, span(uncounted("public.flyway_schema_history", 0, 0, 1)))
                        .findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }
}
