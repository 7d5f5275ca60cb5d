package io.github.testhygiene.lint.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells from a test's name, or what it displays, whether it is about something that fails. */
final class FailureNames {

    private static final Set<String> ABOUT_EXCEPTIONS = Set.of(
            "throw",
            "throws",
            "thrown",
            "fail",
            "fails",
            "failed",
            "failing",
            "failure",
            "failures",
            "error",
            "errors",
            "exception",
            "exceptions");

    private static final Set<String> ABOUT_REFUSALS = Set.of(
            "reject",
            "rejects",
            "rejected",
            "rejection",
            "refuse",
            "refuses",
            "refused",
            "invalid",
            "deny",
            "denies",
            "denied",
            "forbid",
            "forbids",
            "forbidden",
            "unauthorized",
            "unauthorised",
            "unauthenticated",
            "missing",
            "duplicate",
            "duplicates",
            "duplicated",
            "illegal",
            "conflict",
            "conflicts",
            "violates",
            "violation",
            "violations",
            "cannot",
            "malformed",
            "unprocessable",
            "disallowed",
            "disallows",
            "prevents",
            "prohibits",
            "unknown",
            "unable",
            "unresolved",
            "unresolvable",
            "nonexistent",
            "inexistent",
            "nonexisting");

    private static final Set<String> REFUSED_IF_NOT = Set.of(
            "found",
            "allowed",
            "allow",
            "allows",
            "permitted",
            "permit",
            "accepted",
            "accept",
            "authorized",
            "valid",
            "possible",
            "exist",
            "exists",
            "existing",
            "available",
            "unique",
            "find");

    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "without", "never", "dont", "doesnt", "isnt", "cant", "non");

    private FailureNames() {}

    /**
     * Whether a text is about a failure.
     *
     * @param text a name, or a sentence
     * @return true for {@code rejectsDuplicates} and {@code returns404}, false for {@code doesNotThrow}
     */
    static boolean areIn(String text) {
        List<String> words = NameWords.of(text.replace("'", ""));
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            boolean isNegated = index > 0 && NEGATIONS.contains(words.get(index - 1));
            boolean isAboutFailure = ABOUT_EXCEPTIONS.contains(word) || ABOUT_REFUSALS.contains(word);
            if (isAboutFailure && !isNegated) {
                return true;
            } else if ((isNegated && REFUSED_IF_NOT.contains(word)) || isErrorStatus(word)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a text says that nothing fails, which is then what is checked.
     *
     * @param text a name, or a sentence
     * @return true for {@code shouldNotThrowIfNull}
     */
    static boolean areDeniedIn(String text) {
        List<String> words = NameWords.of(text.replace("'", ""));
        return IntStream.range(1, words.size())
                .anyMatch(index ->
                        ABOUT_EXCEPTIONS.contains(words.get(index)) && NEGATIONS.contains(words.get(index - 1)));
    }

    private static boolean isErrorStatus(String word) {
        return word.matches("[45]\\d\\d");
    }
}
