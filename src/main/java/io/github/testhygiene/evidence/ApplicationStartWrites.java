package io.github.testhygiene.evidence;

import io.github.testhygiene.model.BodyStatements;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TestId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells the tables that a test's own method writes from those that the application writes when it starts. Alone, every
 * test starts the application, often at the first connection within its method; in company only the first test of a JVM
 * does. So a table that a test writes alone and not in company is the start's.
 */
final class ApplicationStartWrites {

    private final Map<TestId, BodyStatements> bodies;
    private final Map<TestId, ObservedSpan> spans = new HashMap<>();
    private final ApplicationStart start;
    private final Set<String> tables;

    /** From the reference run, and from the alone runs of those tests that were measured. */
    ApplicationStartWrites(Recording recording, Map<TestId, BodyStatements> bodies, ApplicationStart start) {
        this.bodies = bodies;
        this.start = start;
        ObservedSpan.tests(recording)
                .forEach(span -> spans.put(Objects.requireNonNull(span.test()).id(), span));
        this.tables = tables(recording.tests());
    }

    private Set<String> tables(List<RecordedTest> tests) {
        Set<String> ofStart = new HashSet<>();
        Set<TestId> unknown = new HashSet<>();
        boolean compared = false;
        for (RecordedTest test : tests) {
            BodyStatements body = bodies.get(test.id());
            if (body == null) {
                continue;
            }
            if (isComparable(test.id())) {
                compared = true;
                Set<String> aloneOnly = new HashSet<>(body.tablesWritten());
                aloneOnly.removeAll(inCompany(test.id()));
                ofStart.addAll(aloneOnly);
            } else {
                unknown.add(test.id());
            }
        }
        if (!compared && unknown.size() > 1) {
            // Where each test had a JVM of its own, what all of them write may be the start's as well.
            ofStart.addAll(common(unknown));
        }
        return ofStart;
    }

    private Set<String> common(Collection<TestId> tests) {
        Set<String> common = new HashSet<>();
        tests.forEach(id -> common.addAll(written(id)));
        tests.forEach(id -> common.retainAll(written(id)));
        return common;
    }

    private Set<String> written(TestId id) {
        return Objects.requireNonNull(bodies.get(id)).tablesWritten();
    }

    /** Whether the reference run shows what the test writes when the application has already started. */
    private boolean isComparable(TestId id) {
        ObservedSpan span = spans.get(id);
        return span != null
                && span.evidence().sql() != null
                && span.evidence().unattributed() == null
                && !start.isFirst(span);
    }

    private Set<String> inCompany(TestId id) {
        SpanEvidence evidence = Objects.requireNonNull(spans.get(id)).evidence();
        return evidence.tablesWritten();
    }

    /** The tables that a measured test's own method writes, the start's aside; sorted. */
    Set<String> ownTables(TestId id) {
        Set<String> own = new TreeSet<>(written(id));
        if (isComparable(id)) {
            own.retainAll(inCompany(id));
        } else {
            own.removeAll(tables);
            ObservedSpan span = spans.get(id);
            own.removeIf(table -> span != null && start.fills(span, table));
        }
        return own;
    }
}
