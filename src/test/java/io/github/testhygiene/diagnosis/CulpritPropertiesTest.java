package io.github.testhygiene.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.diagnosis.Rules.Depends;
import io.github.testhygiene.diagnosis.Rules.Once;
import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.CompletedRun;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** In every suite that is not flaky, whoever is named is guilty, and whoever an order shows is named. */
class CulpritPropertiesTest {

    @Provide
    Arbitrary<ScriptedSuite> suites() {
        return Dependences.suites();
    }

    @Provide
    Arbitrary<ScriptedSuite> breakingSuites() {
        return Dependences.breakingSuites();
    }

    @Property(tries = 400)
    void verdictsAndCulpritsAreExactlyRight(
            @ForAll("suites") ScriptedSuite script, @ForAll @IntRange(min = 1, max = 4) int workers) {
        Diagnosed diagnosed = Scenario.of(script).withWorkers(workers).check();

        for (RecordedTest test : script.tests()) {
            VerdictKind kind = diagnosed.kind(test);
            if (!(script.rule(test) instanceof Depends rule)) {
                VerdictKind right =
                        script.rule(test) instanceof Once ? VerdictKind.NON_IDEMPOTENT : VerdictKind.ISOLATED;
                assertThat(kind).as(test.shortName()).isEqualTo(right);
            } else if (rule.brittle()) {
                assertThat(kind).as(test.shortName()).isEqualTo(VerdictKind.BRITTLE);
                assertCulprits(test, rule, diagnosed);
            } else if (diagnosed.failedInOrder(test) || diagnosed.failedInASearchForAnother(test)) {
                assertThat(kind).as(test.shortName()).isEqualTo(VerdictKind.VICTIM);
                assertCulprits(test, rule, diagnosed);
            } else {
                boolean secondRound = kind == VerdictKind.NON_IDEMPOTENT;
                assertThat(rule.together() || rule.cleaner() != null).isTrue();
                assertThat(secondRound || kind == VerdictKind.ISOLATED).isTrue();
            }
        }
    }

    @Property(tries = 200)
    void testsThatEndTheirJvmNeitherHideACulpritNorAreTakenForOne(@ForAll("breakingSuites") ScriptedSuite script) {
        Diagnosed diagnosed = Scenario.of(script).check();

        for (RecordedTest test : script.tests()) {
            Diagnosis diagnosis = diagnosed.diagnoses().byTest().get(test.id());
            if (diagnosis != null) {
                assertThat(script.rule(test)).as(test.shortName()).isInstanceOf(Depends.class);
                assertNobodyInnocentIsNamed((Depends) script.rule(test), diagnosis);
                assertThat(diagnosis.culprits()).as(test.shortName()).isNotEmpty();
            }
        }
        assertThat(diagnosed.diagnoses().flaky()).isEmpty();
    }

    @Property(tries = 400)
    void aSingleCulpritCostsNoMoreRunsThanPromised(@ForAll("suites") ScriptedSuite script) {
        Diagnosed diagnosed = Scenario.of(script).check();

        double most = 2 * Math.log(script.tests().size() - 1.0) / Math.log(2) + 8;
        for (RecordedTest test : script.tests()) {
            if (script.rule(test) instanceof Depends rule && rule.on().size() == 1) {
                assertThat(searches(diagnosed, test)).as(test.shortName()).isLessThanOrEqualTo((long) most);
            }
        }
    }

    @Property(tries = 200)
    void whatTheTimeLeavesOutIsSaidAndNobodyIsAccusedWithoutProof(
            @ForAll("suites") ScriptedSuite script, @ForAll @IntRange(min = 1, max = 4_000) int seconds) {
        Diagnosed diagnosed =
                Scenario.of(script).withBudget(Duration.ofSeconds(seconds)).check();

        diagnosed.diagnoses().byTest().forEach((id, diagnosis) -> {
            RecordedTest test = script.tests().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(script.rule(test)).isInstanceOf(Depends.class);
            assertNobodyInnocentIsNamed((Depends) script.rule(test), diagnosis);
            assertThat(diagnosis.culprits().isEmpty())
                    .isEqualTo(diagnosis.tests().isEmpty());
            assertThat(!diagnosis.culprits().isEmpty() || diagnosis.undetermined() != null)
                    .isTrue();
        });
    }

    private static long searches(Diagnosed diagnosed, RecordedTest test) {
        return diagnosed.runs().stream()
                .filter(run -> run.request().kind() == RunKind.SEARCH)
                .filter(run -> run.request().label().startsWith("search:" + test.shortName() + ":"))
                .filter(run -> !isCleanerTrial(run, diagnosed, test))
                .count();
    }

    /** Runs of a culprit that is known already, with somebody behind it. */
    private static boolean isCleanerTrial(CompletedRun run, Diagnosed diagnosed, RecordedTest test) {
        Diagnosis diagnosis = diagnosed.diagnoses().byTest().get(test.id());
        List<CompletedRun> proofs = diagnosed.runs().stream()
                .filter(each -> each.request().label().startsWith("proof:" + test.shortName() + ":"))
                .toList();
        return diagnosis != null
                && !proofs.isEmpty()
                && proofs.get(0).number() < run.number()
                && run.request().ids().containsAll(diagnosis.tests());
    }

    private static void assertCulprits(RecordedTest test, Depends rule, Diagnosed diagnosed) {
        Diagnosis diagnosis = diagnosed.diagnoses().byTest().get(test.id());
        assertThat(diagnosis).as(test.shortName()).isNotNull();
        assertNobodyInnocentIsNamed(rule, diagnosis);
        assertThat(diagnosis.undetermined()).isNull();
        if (rule.cleaner() == null && !rule.byFixtures()) {
            assertThat(diagnosis.tests()).containsExactlyInAnyOrderElementsOf(ids(rule.on()));
        } else {
            assertThat(diagnosis.culprits()).hasSize(1);
            assertThat(diagnosis.cleaners())
                    .isSubsetOf(rule.cleaner() == null ? Set.of() : ids(List.of(rule.cleaner())));
            assertThat(!diagnosis.cleaners().isEmpty()).isEqualTo(anOrderWasClean(test, rule, diagnosed));
        }
        for (Culprit culprit : diagnosis.culprits()) {
            assertThat(culprit.leak()).isEqualTo(rule.leak());
            assertThat(culprit.leakReason()).isNull();
            assertThat(culprit.shown()).isEqualTo(3);
            assertProof(culprit, rule);
        }
    }

    private static void assertNobodyInnocentIsNamed(Depends rule, Diagnosis diagnosis) {
        for (Culprit culprit : diagnosis.culprits()) {
            if (rule.byFixtures()) {
                assertThat(culprit.fixtureOf()).isEqualTo(rule.on().get(0).topLevelClass());
            } else {
                assertThat(culprit.fixtureOf()).isNull();
                assertThat(ids(rule.on())).containsAll(culprit.tests());
                assertThat(culprit.tests()).hasSize(rule.together() ? 2 : 1);
            }
        }
    }

    private static void assertProof(Culprit culprit, Depends rule) {
        RowProof proof = culprit.proof();
        if (rule.leak() != Leak.DATABASE) {
            assertThat(proof).isNull();
            return;
        }
        assertThat(culprit.proofReason()).isNull();
        // Of joint polluters it is enough to take back what one of them left.
        assertThat(proof.needed()).singleElement().satisfies(part -> {
            assertThat(culprit.tests()).anyMatch(id -> part.object().equals(table(id, rule)));
            assertThat(part.count()).isEqualTo(2);
        });
        assertThat(proof.harmless()).extracting(RowProof.Part::object).contains("public.log");
        assertThat(proof.cleanUp()).hasSize(2);
    }

    private static String table(TestId id, Depends rule) {
        return rule.on().stream()
                .filter(test -> test.id().equals(id))
                .map(ScriptedSuite::table)
                .findFirst()
                .orElse("");
    }

    /** Whether the polluter and then the cleaner ran before it in an order that it passed. */
    private static boolean anOrderWasClean(RecordedTest test, Depends rule, Diagnosed diagnosed) {
        return rule.cleaner() != null
                && diagnosed.runs().stream()
                        .filter(run -> Set.of(RunKind.REFERENCE, RunKind.TWICE, RunKind.REVERSE, RunKind.SHUFFLED)
                                .contains(run.request().kind()))
                        .anyMatch(run -> {
                            List<TestId> order = run.request().ids();
                            int polluter = order.indexOf(rule.on().get(0).id());
                            int cleaner = order.indexOf(rule.cleaner().id());
                            return polluter < cleaner && cleaner < order.indexOf(test.id());
                        });
    }

    private static Set<TestId> ids(List<RecordedTest> tests) {
        return tests.stream().map(RecordedTest::id).collect(Collectors.toSet());
    }
}
