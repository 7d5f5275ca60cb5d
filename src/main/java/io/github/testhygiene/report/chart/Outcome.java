package io.github.testhygiene.report.chart;

import java.util.Locale;

/** What a run says of one test. Public for the templates alone. */
public enum Outcome {
    /** It passed. */
    PASSED("passed"),
    /** It failed. */
    FAILED("failed"),
    /** It was to run and gave no outcome, or was skipped. */
    NOT_RUN("not run"),
    /** The run was not about this test. */
    ABSENT("not in this run");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /**
     * The outcome in words.
     *
     * @return for example {@code not run}
     */
    public String words() {
        return words;
    }

    /**
     * The outcome as a style's name.
     *
     * @return one letter, since a page holds thousands of them
     */
    public String style() {
        return name().substring(0, 1).toLowerCase(Locale.ROOT);
    }
}
