package io.github.testhygiene.gate;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Suppression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Accepts what a project has decided to live with, and tells of decisions that no longer mean anything. */
public final class Suppressions {

    private Suppressions() {}

    /**
     * Accepts findings.
     *
     * @param findings all findings
     * @param suppressions what the project has decided
     * @param judged the rules whose findings are all there, so that a suppression that meets none is not needed
     * @return the same findings in the same order, accepted or not, then one for each suppression that suppresses nothing
     */
    public static List<Finding> apply(
            List<Finding> findings, List<Suppression> suppressions, Predicate<String> judged) {
        Set<Suppression> used = new HashSet<>();
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            List<Suppression> meant = suppressions.stream()
                    .filter(suppression -> whyInvalid(suppression).isEmpty())
                    .filter(suppression -> suppression.matches(finding))
                    .toList();
            used.addAll(meant);
            told.add(meant.isEmpty() ? finding : finding.asAccepted());
        }
        for (Suppression suppression : suppressions) {
            Optional<String> invalid = whyInvalid(suppression);
            if (invalid.isPresent()) {
                told.add(unused(suppression, invalid.get()));
            } else if (!used.contains(suppression)
                    && suppression.rules().stream().allMatch(judged)) {
                told.add(unused(suppression, "meets no finding any more"));
            }
        }
        return List.copyOf(told);
    }

    private static Optional<String> whyInvalid(Suppression suppression) {
        List<String> unknown = suppression.rules().stream()
                .filter(rule -> Rule.of(rule).isEmpty())
                .toList();
        if (suppression.rules().isEmpty()) {
            return Optional.of("names no rule, so it suppresses nothing");
        } else if (!unknown.isEmpty()) {
            return Optional.of(
                    "names `" + String.join("`, `", unknown) + "`, which is no rule, so it suppresses nothing");
        } else if (suppression.reason().isBlank()) {
            return Optional.of("gives no reason, so it suppresses nothing");
        }
        return Optional.empty();
    }

    private static Finding unused(Suppression suppression, String why) {
        Suppression.WrittenAt at = suppression.writtenAt();
        String rules = String.join(", ", suppression.rules());
        String what = rules.isEmpty() ? "The suppression" : "The suppression of `" + rules + "`";
        return Findings.of(
                        Rule.UNUSED_SUPPRESSION,
                        Rule.UNUSED_SUPPRESSION.severity(),
                        at.className(),
                        at.methodName(),
                        rules + " " + suppression.subject().text(),
                        what + " for `" + suppression.subject().text() + "` " + why + ".",
                        at.className().isEmpty()
                                ? "Correct it, or remove it from `<suppressions>`."
                                : "Correct the annotation, or remove it.")
                .at(at.file(), at.line());
    }
}
