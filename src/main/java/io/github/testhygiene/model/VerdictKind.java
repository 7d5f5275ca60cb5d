package io.github.testhygiene.model;

import java.util.Locale;

/** What is said of a test at the end. */
public enum VerdictKind implements Labeled {
    /** Passes alone and in every order tried. */
    ISOLATED,
    /** Passes alone, fails after a polluter. */
    VICTIM,
    /** Fails alone, passes after a state-setter. */
    BRITTLE,
    /** Passes, then fails when run a second time in the same JVM and database. */
    NON_IDEMPOTENT,
    /** Its outcome changed when the very same run was repeated. */
    FLAKY,
    /** Fails in every run. */
    FAILING,
    /** Did not run in the reference run. */
    SKIPPED,
    /** No answer: the budget ended first, or a run gave none. Never counted as isolated. */
    UNCHECKED;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
