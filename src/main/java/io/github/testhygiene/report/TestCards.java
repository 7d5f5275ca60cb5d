package io.github.testhygiene.report;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Picks the tests that have to be mended and gathers what is known of each. */
final class TestCards {

    /** Verdicts that accuse a test, the worst first. */
    static final List<VerdictKind> ACCUSING = List.of(
            VerdictKind.VICTIM,
            VerdictKind.BRITTLE,
            VerdictKind.NON_IDEMPOTENT,
            VerdictKind.FLAKY,
            VerdictKind.FAILING);

    private static final int SHOWN_BEFORE = 10;

    private final HygieneReport report;
    private final Function<TestId, String> names;
    private final Map<Integer, RunEntry> runs = new HashMap<>();
    private final Map<String, List<Finding>> findings = new HashMap<>();

    TestCards(HygieneReport report, Function<TestId, String> names) {
        this.report = report;
        this.names = names;
        report.runs().forEach(run -> runs.putIfAbsent(run.number(), run));
        for (Finding finding : report.findings()) {
            String key = key(finding.rule(), finding.className(), finding.methodName());
            findings.computeIfAbsent(key, unused -> new ArrayList<>()).add(finding);
        }
    }

    /**
     * The cards; what the project has accepted comes last.
     *
     * @return by verdict, then in the reference order
     */
    List<TestCard> inOrder() {
        List<TestCard> cards = new ArrayList<>();
        int position = 0;
        for (TestEntry test : report.tests()) {
            position++;
            if (ACCUSING.contains(test.verdict())) {
                cards.add(card(test, position));
            }
        }
        cards.sort(Comparator.comparing(TestCard::accepted)
                .thenComparing(card -> ACCUSING.indexOf(card.test().verdict())));
        return List.copyOf(cards);
    }

    private TestCard card(TestEntry test, int position) {
        RunEntry run = test.failedIn() == null ? null : runs.get(test.failedIn());
        List<TestId> before = run == null ? null : before(test.id(), run);
        int known = before == null ? 0 : before.size();
        int earlier = Math.max(0, known - SHOWN_BEFORE);
        List<String> shown = before == null
                ? List.of()
                : before.subList(earlier, known).stream().map(names).toList();
        String key = key(test.verdict().label(), test.className(), test.methodName());
        List<Finding> own = findings.getOrDefault(key, List.of());
        return new TestCard(test, position, run, shown, earlier, before != null, own, DiagnosisView.of(test, names));
    }

    /** What ran before the test; null if the run's order is not known. */
    private static @Nullable List<TestId> before(TestId id, RunEntry run) {
        List<TestId> order = run.order();
        if (order == null) {
            return run.tests() == 1 ? List.of() : null;
        }
        int index = order.indexOf(id);
        return index < 0 ? null : order.subList(0, index);
    }

    private static String key(String rule, String className, @Nullable String methodName) {
        return rule + "\n" + className + "\n" + (methodName == null ? "" : methodName);
    }
}
