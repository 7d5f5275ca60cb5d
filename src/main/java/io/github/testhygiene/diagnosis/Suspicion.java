package io.github.testhygiene.diagnosis;

import io.github.testhygiene.plan.CompletedRun;
import java.util.Optional;

/** What has to be repeated before anything is said of a unit. */
enum Suspicion {
    /** Nothing. */
    NONE,
    /** It failed in an order, and nobody knows how it ends alone. */
    ALONE_UNKNOWN,
    /** It failed alone once. */
    FAILED_ALONE,
    /** It failed alone, and no re-run has shown yet that it passes in company. */
    NEVER_PASSED_IN_COMPANY,
    /** It passes alone and failed in an order that was not repeated yet. */
    FAILED_IN_ORDER;

    static Suspicion of(UnitFacts facts) {
        boolean passesAlone = !facts.alonePasses().isEmpty();
        int aloneFailures = facts.aloneFailures().size();
        Optional<CompletedRun> unrepeated = facts.unrepeatedFailure();
        if (passesAlone && aloneFailures > 0) {
            return NONE; // flaky, whatever else is tried
        }
        if (!passesAlone && aloneFailures == 0) {
            return facts.orderFailures().isEmpty() ? NONE : ALONE_UNKNOWN;
        }
        if (aloneFailures == 1) {
            return FAILED_ALONE;
        }
        if (aloneFailures > 1) {
            boolean known = facts.passedInCompanyOfOurs() || !facts.passedSomewhere();
            return known ? NONE : NEVER_PASSED_IN_COMPANY;
        }
        return unrepeated.isPresent() && facts.confirmedFailure().isEmpty() ? FAILED_IN_ORDER : NONE;
    }
}
