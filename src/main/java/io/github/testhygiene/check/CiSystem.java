package io.github.testhygiene.check;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** For which CI system we write besides the report that all of them can read. */
public enum CiSystem {
    /** Annotations and a summary of the step. */
    GITHUB,
    /** A code quality report. */
    GITLAB,
    /** Nothing more. */
    NONE,
    /** Neither of those that we know, as far as we see; a summary if a file for it is named. */
    UNKNOWN;

    /**
     * Returns the system for which the build writes.
     *
     * @param choice what the user wants
     * @param environment the environment's variables
     */
    public static CiSystem of(CiChoice choice, Function<String, @Nullable String> environment) {
        return switch (choice) {
            case GITHUB -> GITHUB;
            case GITLAB -> GITLAB;
            case NONE -> NONE;
            case AUTO -> around(environment);
        };
    }

    private static CiSystem around(Function<String, @Nullable String> environment) {
        if ("true".equalsIgnoreCase(environment.apply("GITHUB_ACTIONS"))) {
            return GITHUB;
        }
        return "true".equalsIgnoreCase(environment.apply("GITLAB_CI")) ? GITLAB : UNKNOWN;
    }

    /** Whether the file that {@code GITHUB_STEP_SUMMARY} names is added to. */
    boolean hasStepSummary() {
        return this == GITHUB || this == UNKNOWN;
    }
}
