package io.github.testhygiene.diagnosis;

/** What has to be repeated before anything is said of a unit. */
enum Suspicion {
    /** Nothing. */
    NONE,
    /** It failed in an order or in a second round, and nobody knows how it ends alone. */
    ALONE_UNKNOWN,
    /** It failed alone, not often enough to be sure. */
    FAILED_ALONE,
    /** It failed alone, and no re-run has shown yet that it passes in company. */
    NEVER_PASSED_IN_COMPANY,
    /** It passes alone and failed in an order that was not repeated yet. */
    FAILED_IN_ORDER,
    /** It failed whenever an order was repeated, and passed alone, not often enough to be sure. */
    PASSED_ALONE,
    /** It failed in the second round of all tests, and nobody knows whether it fails when it runs twice in a row. */
    FAILED_AFTER_ALL,
    /** It failed when it ran twice in a row, not often enough to be sure. */
    FAILED_AT_ONCE,
    /** It failed in the second round of all tests, not twice in a row, and nobody knows whether others are to blame. */
    FAILED_LATER;

    /** An outcome that stands against another one was seen so often. */
    static final int SEEN = 3;

    static Suspicion of(UnitOutcomes facts) {
        boolean passesAlone = !facts.alonePasses().isEmpty();
        int aloneFailures = facts.aloneFailures().size();
        if (passesAlone && aloneFailures > 0) {
            return NONE; // flaky, whatever else is tried
        }
        if (aloneFailures > 0) {
            return ofFailingAlone(facts);
        }
        if (!passesAlone) {
            return facts.failedSomewhere() ? ALONE_UNKNOWN : NONE;
        }
        if (facts.confirmedFailure().isPresent()) {
            return facts.alonePasses().size() < SEEN ? PASSED_ALONE : NONE;
        }
        if (facts.unrepeatedFailure().isPresent()) {
            return FAILED_IN_ORDER;
        }
        return facts.orderFailures().isEmpty() ? ofSecondRounds(facts.secondRounds()) : NONE;
    }

    private static Suspicion ofFailingAlone(UnitOutcomes facts) {
        if (facts.aloneFailures().size() == 1) {
            return FAILED_ALONE;
        }
        if (facts.passedInCompanyOfOurs()) {
            return facts.aloneFailures().size() < SEEN ? FAILED_ALONE : NONE;
        }
        return facts.passedSomewhere() ? NEVER_PASSED_IN_COMPANY : NONE;
    }

    private static Suspicion ofSecondRounds(SecondRounds rounds) {
        if (!rounds.failuresAtOnce().isEmpty()) {
            boolean sure = rounds.failsTwiceInARow() || !rounds.passesAtOnce().isEmpty();
            return sure ? NONE : FAILED_AT_ONCE;
        }
        if (rounds.failureAfterAll().isEmpty()) {
            return NONE;
        }
        return rounds.passesAtOnce().isEmpty() ? FAILED_AFTER_ALL : FAILED_LATER;
    }
}
