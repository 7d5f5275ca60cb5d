package io.github.testhygiene.evidence;

import io.github.testhygiene.model.ClusterChange;
import io.github.testhygiene.model.ClusterChanges;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds tests that leave the server outside their database other than it was. */
public final class LeftClusterState {

    private static final int NAMED = 3;

    private LeftClusterState() {}

    /**
     * The findings.
     *
     * @param recording the reference run
     * @param changes what was left
     * @return one for each test that left something when it ran alone, and one for what is of no such test
     */
    public static List<Finding> in(Recording recording, ClusterChanges changes) {
        List<Finding> findings = new ArrayList<>();
        for (RecordedTest test : recording.tests()) {
            List<ClusterChange> left = changes.byTest().getOrDefault(test.id(), List.of());
            if (!left.isEmpty()) {
                findings.add(finding(test.className(), test.methodName(), "The test leaves the server changed", left));
            }
        }
        List<ClusterChange> rest = changes.ofNoTest();
        if (!rest.isEmpty()) {
            findings.add(finding(
                    "", null, "The server changed while the tests ran, and no single one was seen to do it", rest));
        }
        return findings;
    }

    private static Finding finding(
            String className,
            @org.jspecify.annotations.Nullable String method,
            String subject,
            List<ClusterChange> left) {
        return Findings.of(
                Rule.LEAVES_CLUSTER_STATE,
                className,
                method,
                subject + ": "
                        + Wording.some(left.stream().map(ClusterChange::what).toList(), NAMED) + ".",
                "Every database of the server shares this, so revert it in the test's own fixture: "
                        + left.stream().limit(NAMED).map(ClusterChange::undo).collect(Collectors.joining("; ")) + ".");
    }
}
