package io.github.testhygiene.mojo;

import io.github.testhygiene.maven.ReplayCommand;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Chooses for each test the command that shows its verdict again.
 *
 * @param start the command's beginning
 * @param settings what this build checked
 */
record Replays(ReplayCommand start, CheckSettings settings) {

    String command(RecordedTest test, Verdict verdict) {
        Map<String, String> values = new LinkedHashMap<>();
        String label = verdict.failedLabel();
        boolean failedInOrder = label != null && !label.contains(":") && !label.contains("-repaired");
        if (failedInOrder && (verdict.kind() == VerdictKind.VICTIM || verdict.kind() == VerdictKind.FLAKY)) {
            values.put("onlyRun", label);
            values.put("seed", settings.seed().toString());
            if (settings.orders() != 2) {
                values.put("orders", Integer.toString(settings.orders()));
            }
            if (settings.tests() != null) {
                values.put("tests", settings.tests());
            }
        } else {
            values.put("tests", test.selector());
        }
        return start.with(values);
    }
}
