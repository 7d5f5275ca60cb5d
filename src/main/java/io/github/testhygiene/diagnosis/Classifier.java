package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunPlanner;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import io.github.testhygiene.text.RunExitPhrase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what the facts about a unit mean. What is missing is unchecked, with the reason, and never a pass. */
final class Classifier {

    /**
     * A unit's verdict.
     *
     * @param kind the verdict
     * @param reason what there is to add
     * @param shownBy the run whose failure shows it
     */
    record Classified(
            VerdictKind kind,
            @Nullable String reason,
            @Nullable CompletedRun shownBy) {}

    /** A test that fails in every run has failed in so many re-runs, besides the recorded run. */
    private static final int FAILING = 2;

    private final @Nullable String over;
    private final boolean onlyUnit;

    /**
     * For one suite.
     *
     * @param over why there is no more time, as the beginning of a sentence; null if there is
     * @param onlyUnit whether the reference run had a single unit, which has nothing to depend on
     */
    Classifier(@Nullable String over, boolean onlyUnit) {
        this.over = over;
        this.onlyUnit = onlyUnit;
    }

    Classified classify(UnitOutcomes facts) {
        boolean passesAlone = !facts.alonePasses().isEmpty();
        boolean failsAlone = !facts.aloneFailures().isEmpty();
        if (passesAlone && failsAlone) {
            return new Classified(
                    VerdictKind.FLAKY,
                    "alone "
                            + rate(
                                    facts.aloneFailures().size(),
                                    facts.alonePasses().size()),
                    facts.aloneFailures().get(0));
        }
        if (failsAlone) {
            return failingAlone(facts);
        }
        if (passesAlone) {
            return passingAlone(facts);
        }
        return unchecked(whyNoAloneRun(facts), facts.orderFailures().stream().findFirst());
    }

    private Classified failingAlone(UnitOutcomes facts) {
        CompletedRun shown = facts.aloneFailures().get(0);
        if (!facts.passedSomewhere()) {
            return neverPassed(facts, shown);
        }
        int failures = facts.aloneFailures().size();
        if (failures == 1) {
            return unchecked("it failed alone once, and " + notRepeated(facts), Optional.of(shown));
        }
        if (!facts.passedInCompanyOfOurs()) {
            return unchecked(whyNoPassInCompany(facts), Optional.of(shown));
        }
        Optional<Classified> flaky = facts.bothWays().map(Classifier::bothWays);
        if (flaky.isPresent()) {
            return flaky.get();
        }
        return failures < Suspicion.SEEN
                ? unchecked("it failed alone in " + failures + " runs, and " + notRepeated(facts), Optional.of(shown))
                : new Classified(VerdictKind.BRITTLE, null, shown);
    }

    private String whyNoPassInCompany(UnitOutcomes facts) {
        Optional<CompletedRun> lost = facts.withoutAnswer().stream()
                .filter(run -> run.request().label().equals(UnitOutcomes.confirming(RunPlanner.REFERENCE)))
                .findFirst();
        if (facts.referenceRepeated()) {
            return "it passed in your run and in none of ours, so the re-runs differ from your run";
        }
        return "it passed in your run and fails alone, and "
                + lost.map(run -> "the repeat of your order, run " + run.number() + ", gave no answer: "
                                + RunExitPhrase.explain(run.result().exit()))
                        .orElseGet(() ->
                                (over == null ? "it could not be repeated" : over + " before it could be repeated")
                                        + " in company");
    }

    /** The very same order ended in both ways. */
    private static Classified bothWays(UnitOutcomes.BothWays runs) {
        return new Classified(
                VerdictKind.FLAKY,
                "it failed in run " + runs.failed().number() + " and passed in run "
                        + runs.passed().number() + ", which ran the same tests before it in the same order",
                runs.failed());
    }

    /** Another order may hold the state-setter that the user's own order has too late. */
    private Classified neverPassed(UnitOutcomes facts, CompletedRun shown) {
        if (!facts.passesInSearches().isEmpty()) {
            CompletedRun passed = facts.passesInSearches().get(0);
            return unchecked(
                    "it failed in every run but run " + passed.number() + ", which was made for another test",
                    Optional.of(shown));
        }
        if (facts.failedReRuns() < FAILING) {
            // The recorded run alone proves nothing: whatever broke it may be gone.
            return unchecked("it failed in one re-run, and " + notRepeated(facts), Optional.of(shown));
        }
        boolean orderLeftOut = over != null
                && !onlyUnit
                && facts.orderFailures().stream().allMatch(run -> run.request().kind() == RunKind.REFERENCE);
        return orderLeftOut
                ? unchecked(
                        "it failed in every run so far, and " + over + " before it ran in another order",
                        Optional.of(shown))
                : new Classified(VerdictKind.FAILING, null, shown);
    }

    private Classified passingAlone(UnitOutcomes facts) {
        Optional<CompletedRun> confirmed = facts.confirmedFailure();
        if (confirmed.isPresent()) {
            Optional<Classified> flaky = facts.bothWays().map(Classifier::bothWays);
            if (flaky.isPresent()) {
                return flaky.get();
            }
            return facts.alonePasses().size() < Suspicion.SEEN
                    ? unchecked(
                            "it failed in run " + confirmed.get().number() + " and when that was repeated, and passed"
                                    + " alone " + passes(facts.alonePasses().size())
                                    + ", and " + notRepeated(facts),
                            confirmed)
                    : new Classified(VerdictKind.VICTIM, null, confirmed.get());
        }
        Optional<CompletedRun> unrepeated = facts.unrepeatedFailure();
        if (unrepeated.isPresent()) {
            return unchecked(
                    "it failed in run " + unrepeated.get().number() + " ("
                            + unrepeated.get().request().label() + "), and " + notRepeated(facts),
                    unrepeated);
        }
        if (!facts.orderFailures().isEmpty()) {
            CompletedRun shown = facts.orderFailures().get(0);
            return new Classified(
                    VerdictKind.FLAKY,
                    "it failed in run " + shown.number() + " ("
                            + shown.request().label() + ") and passed when the same order was repeated: "
                            + rate(1, 1),
                    shown);
        }
        return SecondRoundVerdict.decide(facts, notRepeated(facts)).orElseGet(() -> neverFailed(facts));
    }

    private static String passes(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private static String rate(int failed, int passed) {
        return WilsonInterval.ofFailures(failed, failed + passed);
    }

    private Classified neverFailed(UnitOutcomes facts) {
        if (!facts.repeatFailures().isEmpty()) {
            return failedInRepeatOnly(facts.repeatFailures().get(0), facts);
        }
        if (!Suite.orderable(facts.unit())) {
            return unchecked("it passes alone, but " + nobodyChooses(facts.unit()), Optional.empty());
        }
        List<CompletedRun> lost = facts.withoutAnswer().stream()
                .filter(run -> run.request().kind() != RunKind.CONFIRM) // made for the sake of others
                .filter(run -> !answeredByAnother(run, facts))
                .toList();
        if (!lost.isEmpty()) {
            return unchecked(
                    "run " + lost.get(0).number() + " (" + lost.get(0).request().label() + ") gave no answer: "
                            + RunExitPhrase.explain(lost.get(0).result().exit()),
                    Optional.empty());
        }
        boolean tried =
                facts.orderPasses().stream().anyMatch(run -> run.request().kind() != RunKind.REFERENCE);
        if (!tried && !onlyUnit) {
            return unchecked(
                    over != null
                            ? over + " before it ran in another order"
                            : "it passes alone, and there was no other order to try",
                    Optional.empty());
        }
        return facts.secondRounds().known()
                ? new Classified(VerdictKind.ISOLATED, null, null)
                : unchecked(whyNoSecondRound(facts.secondRounds()), Optional.empty());
    }

    private String whyNoSecondRound(SecondRounds rounds) {
        return rounds.lost()
                .map(run -> "the second round of run " + run.number() + " gave no answer: "
                        + RunExitPhrase.explain(run.result().exit()))
                .orElse(
                        over != null
                                ? over + " before it ran a second time"
                                : "it passes alone, and was not run a second time");
    }

    private Classified failedInRepeatOnly(CompletedRun run, UnitOutcomes facts) {
        String what = "it failed in run " + run.number() + " (" + run.request().label() + ")";
        if (UnitOutcomes.isPart(run)) {
            return unchecked(what + ", from which tests had to be left out, and in no other", Optional.of(run));
        }
        return facts.orderPasses().stream().anyMatch(other -> UnitOutcomes.isRepeatOf(run, other))
                ? new Classified(VerdictKind.FLAKY, what + " and passed when the same order was made before", run)
                : unchecked(what + ", and the run that this repeats gave no answer", Optional.of(run));
    }

    /** Whether the same order was made once more, without the test that broke it. */
    private static boolean answeredByAnother(CompletedRun run, UnitOutcomes facts) {
        return facts.orderPasses().stream().anyMatch(other -> OrderRepair.repairs(other.request(), run.request()));
    }

    private String whyNoAloneRun(UnitOutcomes facts) {
        Optional<CompletedRun> lost = facts.withoutAnswer().stream()
                .filter(run -> run.request().tests().equals(facts.unit().tests()))
                .findFirst();
        if (lost.isPresent()) {
            return "its alone run gave no answer: "
                    + RunExitPhrase.explain(lost.get().result().exit());
        }
        return over != null ? over + " before its alone run" : "it was not run alone";
    }

    /** Why the order of a unit's tests cannot be chosen. */
    static String nobodyChooses(TestUnit unit) {
        return "the engine " + unit.first().id().engine() + " lets nobody choose the order of its tests";
    }

    /** A repeat that was lost says more than that there was none. */
    private String notRepeated(UnitOutcomes facts) {
        if (over != null) {
            return over + " before it could be repeated";
        }
        List<CompletedRun> repeats = facts.withoutAnswer().stream()
                .filter(run -> run.request().kind() == RunKind.CONFIRM)
                .toList();
        return repeats.isEmpty()
                ? "it could not be repeated"
                : "its repeat, run " + repeats.get(repeats.size() - 1).number() + ", gave no answer: "
                        + RunExitPhrase.explain(
                                repeats.get(repeats.size() - 1).result().exit());
    }

    private static Classified unchecked(String reason, Optional<CompletedRun> shownBy) {
        return new Classified(VerdictKind.UNCHECKED, reason, shownBy.orElse(null));
    }
}
