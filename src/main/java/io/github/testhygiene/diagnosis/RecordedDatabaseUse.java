package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the log of the reference run says of tests together with the fixtures of their classes. What it does not know of
 * all of them is no answer.
 */
final class RecordedDatabaseUse {

    private final DatabaseEvidence database;
    private final Map<String, SpanEvidence> fixtures = new HashMap<>();

    /** From what the database saw of the reference run. */
    RecordedDatabaseUse(DatabaseEvidence database) {
        this.database = database;
        for (FixtureEvidence fixture : database.fixtures()) {
            fixtures.put(fixture.className(), fixture.evidence());
        }
    }

    /** Whether it is certain that tests neither named nor changed a table or a sequence, not even for a moment. */
    boolean leavesAlone(List<TestUnit> units, String object) {
        return spans(units)
                .filter(spans -> spans.stream().noneMatch(span -> touches(span, object)))
                .isPresent();
    }

    private static boolean touches(SpanEvidence span, String object) {
        return span.tablesNamed().contains(object)
                || span.tablesWritten().contains(object)
                || left(span).stream().anyMatch(change -> change.table().equals(object))
                || (span.traces() != null
                        && span.traces().sequences().stream()
                                .anyMatch(advance -> advance.sequence().equals(object)));
    }

    /** Whether it is certain that tests left no changed and no deleted row in a table. */
    boolean onlyInserts(List<TestUnit> units, String table) {
        return spans(units)
                .filter(spans -> spans.stream()
                        .flatMap(span -> left(span).stream())
                        .filter(change -> change.table().equals(table))
                        .allMatch(change -> change.updated() == 0 && change.deleted() == 0 && !change.truncated()))
                .isPresent();
    }

    /** Whether it is certain that tests advanced a sequence, and did not set it back. */
    boolean advances(List<TestUnit> units, String sequence) {
        return spans(units)
                .filter(spans -> spans.stream()
                        .flatMap(span -> span.traces() == null ? Stream.of() : span.traces().sequences().stream())
                        .filter(advance -> advance.sequence().equals(sequence))
                        .anyMatch(advance -> advance.after() != null
                                && (advance.before() == null || advance.before() < advance.after())))
                .isPresent();
    }

    /** Whether it is certain that tests reached the database and left nothing there. */
    boolean onlyStarts(TestUnit unit) {
        return spans(List.of(unit))
                .filter(spans -> spans.stream().allMatch(RecordedDatabaseUse::leavesNothing))
                .filter(spans -> spans.stream()
                        .anyMatch(span -> span.sql() != null && span.sql().statements() > 0))
                .isPresent();
    }

    private static boolean leavesNothing(SpanEvidence span) {
        return left(span).isEmpty() && span.traces() != null && span.traces().isEmpty();
    }

    private static List<TableChange> left(SpanEvidence span) {
        return span.rowsLeft() == null ? List.of() : span.rowsLeft();
    }

    /** What was seen of tests and of their classes' fixtures; empty unless it is known of all of them. */
    private Optional<List<SpanEvidence>> spans(List<TestUnit> units) {
        List<SpanEvidence> spans = new ArrayList<>();
        Set<String> classes = new TreeSet<>();
        for (TestUnit unit : units) {
            for (RecordedTest test : unit.tests()) {
                if (!add(database.tests().get(test.id()), spans)) {
                    return Optional.empty();
                }
                classes.addAll(test.classNames());
            }
        }
        for (String name : classes) {
            if (fixtures.containsKey(name) && !add(fixtures.get(name), spans)) {
                return Optional.empty();
            }
        }
        return Optional.of(spans);
    }

    private static boolean add(@Nullable SpanEvidence span, List<SpanEvidence> known) {
        if (span == null
                || span.sql() == null
                || span.rowsLeft() == null
                || span.traces() == null
                || span.unattributed() != null) {
            return false;
        }
        known.add(span);
        return true;
    }
}
