package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check as a test case of JUnit's reports.
 *
 * @param className under which it is shown
 * @param name what was checked
 * @param millis how long it took
 * @param skipped why there is no answer; null if there is one
 * @param failures what fails it: findings that stand against the gate
 * @param notes other findings
 */
record CheckCase(
        String className,
        String name,
        long millis,
        @Nullable String skipped,
        List<Finding> failures,
        List<Finding> notes) {

    /** Copies the lists. */
    CheckCase {
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }

    static CheckCase of(
            String className,
            String name,
            long millis,
            @Nullable String skipped,
            List<Finding> findings,
            GateBreaches breaches) {
        return new CheckCase(
                className,
                name,
                millis,
                skipped,
                findings.stream().filter(breaches::hold).toList(),
                findings.stream().filter(finding -> !breaches.hold(finding)).toList());
    }

    boolean isFailed() {
        return !failures.isEmpty();
    }

    /** Not so if it fails as well: a failure is an answer. */
    boolean isSkipped() {
        return skipped != null && !isFailed();
    }
}
