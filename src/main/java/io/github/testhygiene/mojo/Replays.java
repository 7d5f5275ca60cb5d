package io.github.testhygiene.mojo;

import io.github.testhygiene.maven.ReplayCommand;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.RunPlanner;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Chooses for each test the command that shows its verdict again.
 *
 * @param start the command's beginning
 * @param settings what this build checked
 */
record Replays(ReplayCommand start, CheckSettings settings) {

    private static final int DEFAULT_ORDERS = 2;

    String command(RecordedTest test, Verdict verdict) {
        Map<String, String> values = new LinkedHashMap<>();
        String failedLabel = verdict.failedLabel();
        // A run that had to leave out a test which ends its JVM will be repaired again.
        String label = failedLabel == null ? "" : failedLabel.replaceAll("(-repaired)+$", "");
        boolean failedInOrder = !label.isEmpty() && !label.contains(":");
        if (failedInOrder && (verdict.kind() == VerdictKind.VICTIM || verdict.kind() == VerdictKind.FLAKY)) {
            values.put("onlyRun", label);
            addPlan(values, !RunPlanner.REFERENCE.equals(label));
        } else if (verdict.kind() == VerdictKind.ISOLATED) {
            // By itself it would have no order to pass in.
            addPlan(values, true);
        } else {
            values.put("tests", test.selector());
        }
        return start.with(values);
    }

    /** What decides which runs there are; the reference order is always that of all tests. */
    private void addPlan(Map<String, String> values, boolean ofSelection) {
        values.put("seed", settings.seed().toString());
        if (settings.orders() != DEFAULT_ORDERS) {
            values.put("orders", Integer.toString(settings.orders()));
        }
        if (ofSelection && settings.tests() != null) {
            values.put("tests", settings.tests());
        }
    }
}
