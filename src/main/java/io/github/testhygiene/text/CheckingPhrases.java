package io.github.testhygiene.text;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.CheckingCost;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.MachineLoad;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.UncheckedMajority;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in words what checking took, and what makes its results worth less. */
public final class CheckingPhrases {

    private static final int REASONS = 3;
    private static final int LIMIT = 400;

    private CheckingPhrases() {}

    /**
     * Returns how many re-runs there were and how long they took; the user's own run is none of them.
     *
     * @param report the report
     * @return for example {@code 12 re-runs, 1 min 4 s}
     */
    public static String took(HygieneReport report) {
        CheckingCost checking = report.checking();
        if (checking != null) {
            return Phrases.count(checking.runs(), "re-run")
                    + (checking.runs() == 0 ? "" : ", " + Phrases.time(checking.durationMillis()));
        }
        long runs = report.runs().stream()
                .filter(run -> run.kind() != RunKind.REFERENCE)
                .count();
        return Phrases.count(runs, "re-run");
    }

    /**
     * Returns why most tests have no answer, and what to change.
     *
     * @param report the report
     * @return a line for each of the main reasons; empty if most tests have an answer
     */
    public static List<String> unanswered(HygieneReport report) {
        UncheckedMajority unanswered = report.findUnanswered().orElse(null);
        if (unanswered == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (UncheckedMajority.Reason reason :
                unanswered.reasons().stream().limit(REASONS).toList()) {
            lines.add(PlainText.line(
                    Phrases.count(reason.tests(), "test") + ": " + sentence(reason.reason()) + " " + reason.advice(),
                    LIMIT));
        }
        int more = unanswered.reasons().size() - REASONS;
        if (more > 0) {
            lines.add("… and " + Phrases.count(more, "other reason"));
        }
        return List.copyOf(lines);
    }

    private static String sentence(String reason) {
        String text = reason.isBlank() ? "no reason was recorded" : reason;
        return text.endsWith(".") ? text : text + ".";
    }

    /**
     * Returns that the machine was overloaded, with the results that this may have affected.
     *
     * @param report the report
     * @return a sentence; empty if the machine was not overloaded, or if that is not known
     */
    public static Optional<String> overload(HygieneReport report) {
        CheckingCost checking = report.checking();
        MachineLoad load = checking == null ? null : checking.load();
        if (load == null || !load.overloaded()) {
            return Optional.empty();
        }
        List<String> affected = new ArrayList<>();
        add(affected, report.count(VerdictKind.FLAKY), "flaky");
        add(affected, report.count(VerdictKind.FAILING), "failing");
        add(
                affected,
                report.count(VerdictKind.UNCHECKED)
                        - report.tests().stream()
                                .filter(TestEntry::isNotSelected)
                                .count(),
                "unchecked");
        add(
                affected,
                report.tests().stream()
                        .filter(test -> test.budget() == Budget.OVER)
                        .count(),
                "slow");
        long timedOut = report.runs().stream()
                .filter(run -> run.outcome().equals("timed-out"))
                .count();
        if (timedOut > 0) {
            affected.add(Phrases.count(timedOut, "timed-out run"));
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The machine was overloaded while tests were re-run (load %.1f at the median, up to %.1f, on %s)%s.",
                load.median(),
                load.highest(),
                Phrases.count(load.processors(), "processor"),
                affected.isEmpty() ? "" : ", which may have affected results: " + String.join(", ", affected)));
    }

    private static void add(List<String> affected, long number, String what) {
        if (number > 0) {
            affected.add(Phrases.number(number) + " " + what);
        }
    }
}
