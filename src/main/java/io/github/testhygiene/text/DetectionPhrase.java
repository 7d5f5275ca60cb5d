package io.github.testhygiene.text;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestEntry.Evidence;
import io.github.testhygiene.model.VerdictKind;
import java.util.Comparator;
import java.util.List;

/** Says in words how much "isolated" is worth. */
public final class DetectionPhrase {

    private DetectionPhrase() {}

    /**
     * Speaks of the isolated test that was tried least, so that the sentence holds for all of them.
     *
     * @param report the report
     * @return one or two sentences
     */
    public static String describe(HygieneReport report) {
        List<Evidence> isolated = report.tests().stream()
                .filter(test -> test.verdict() == VerdictKind.ISOLATED)
                .map(TestEntry::evidence)
                .toList();
        if (isolated.isEmpty()) {
            return "No test was found isolated, so there is nothing to vouch for.";
        }
        int orders = isolated.stream().mapToInt(Evidence::ordersTried).min().orElse(0);
        double power = isolated.stream()
                .map(Evidence::detectionPower)
                .min(Comparator.naturalOrder())
                .orElse(0.0);
        return "Every isolated test passed in at least " + Phrases.count(orders, "order")
                + ". So many random orders show a victim that has one polluter and one cleaner with a probability of "
                + Phrases.percent(power) + ".";
    }
}
