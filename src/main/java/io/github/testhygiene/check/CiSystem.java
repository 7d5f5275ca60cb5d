package io.github.testhygiene.check;

import io.github.testhygiene.advice.SettingsAdvice;
import io.github.testhygiene.model.ProblemException;
import java.util.List;
import java.util.Locale;
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
     * Reads {@code <ci>}.
     *
     * @param value what the user has set
     * @param environment the environment's variables
     * @throws ProblemException if it is none of the known values
     */
    public static CiSystem of(String value, Function<String, @Nullable String> environment) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "github" -> GITHUB;
            case "gitlab" -> GITLAB;
            case "none" -> NONE;
            case "auto" -> around(environment);
            default ->
                throw new ProblemException(
                        SettingsAdvice.notOneOf("ci", value, List.of("auto", "github", "gitlab", "none")));
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
