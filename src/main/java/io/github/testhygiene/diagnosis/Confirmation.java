package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunPlanner;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.Suite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the next run that confirms or refutes a suspicion. Units that failed in the same order are confirmed by one
 * repeat of that order, up to the last of them.
 *
 * @param suite the tests that are checked
 * @param company all tests of the reference run, so that its order can be repeated whole
 */
record Confirmation(Suite suite, Suite company) {

    /** The next run, or nothing if nothing is left to confirm that was not asked before. */
    Optional<RunRequest> next(List<UnitFacts> facts, Set<RunRequest> asked) {
        for (UnitFacts each : facts) {
            Optional<RunRequest> run = single(each).filter(request -> !asked.contains(request));
            if (run.isPresent()) {
                return run;
            }
        }
        return repeatedOrders(facts).stream()
                .filter(request -> !asked.contains(request))
                .findFirst();
    }

    private Optional<RunRequest> single(UnitFacts facts) {
        return switch (Suspicion.of(facts)) {
            case ALONE_UNKNOWN, FAILED_ALONE -> Optional.of(suite.alone(facts.unit(), RunKind.CONFIRM));
            case NONE, FAILED_IN_ORDER, NEVER_PASSED_IN_COMPANY -> Optional.empty();
        };
    }

    private List<RunRequest> repeatedOrders(List<UnitFacts> facts) {
        Map<CompletedRun, Set<TestId>> suspects = new LinkedHashMap<>();
        Set<TestId> neverInCompany = new HashSet<>();
        for (UnitFacts each : facts) {
            Suspicion suspicion = Suspicion.of(each);
            if (suspicion == Suspicion.FAILED_IN_ORDER) {
                each.unrepeatedFailure().ifPresent(run -> suspects.computeIfAbsent(run, key -> new HashSet<>())
                        .addAll(ids(each)));
            } else if (suspicion == Suspicion.NEVER_PASSED_IN_COMPANY && Suite.orderable(each.unit())) {
                neverInCompany.addAll(ids(each));
            }
        }
        List<RunRequest> runs = new ArrayList<>();
        suspects.forEach((run, ids) -> runs.add(
                run.request().upTo(ids, UnitFacts.confirming(run.request().label()), RunKind.CONFIRM)));
        if (!neverInCompany.isEmpty()) {
            String label = UnitFacts.confirming(RunPlanner.REFERENCE);
            runs.add(RunPlanner.referenceOrder(company).upTo(neverInCompany, label, RunKind.CONFIRM));
        }
        return runs;
    }

    private static Set<TestId> ids(UnitFacts facts) {
        Set<TestId> ids = new HashSet<>();
        facts.unit().tests().stream().map(RecordedTest::id).forEach(ids::add);
        return ids;
    }
}
