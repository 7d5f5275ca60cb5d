package io.github.testhygiene.timing;

import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the time of one test.
 *
 * @param id the test
 * @param className the class that holds it
 * @param executions all its executions; at least one
 * @param evidence what the database saw of it in the reference run; null if nothing
 */
record TestTimes(
        TestId id,
        String className,
        List<Execution> executions,
        @Nullable SpanEvidence evidence) {

    TestTimes {
        executions = List.copyOf(executions);
    }

    /** Its execution in the reference run. */
    Optional<Execution> reference() {
        return executions.stream()
                .filter(each -> each.kind() == RunKind.REFERENCE)
                .findFirst();
    }

    /** Its executions that were not the first of a JVM. */
    List<Execution> warm() {
        return executions.stream().filter(Execution::warm).toList();
    }

    /** The time that is to be explained: that of the reference run, to which the database's figures belong. */
    ExplainedTime total() {
        return reference().map(each -> ExplainedTime.ofReference(each.millis())).orElseGet(this::median);
    }

    private ExplainedTime median() {
        List<Execution> warm = warm();
        List<Execution> counted = warm.isEmpty() ? executions : warm;
        return ExplainedTime.ofMiddle(Medians.ofDurations(counted), counted.size(), "run");
    }

    /** What it asked of the database in the reference run; empty if unknown. */
    Optional<SqlUse> sql() {
        return reference().isEmpty() || evidence == null ? Optional.empty() : Optional.ofNullable(evidence.sql());
    }

    /** How its time in the reference run is divided; empty if unknown. */
    Optional<TimeSplit> split() {
        return sql().map(sql -> TimeSplit.of(total().millis(), sql));
    }
}
