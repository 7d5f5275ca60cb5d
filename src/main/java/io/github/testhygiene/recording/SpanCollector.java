package io.github.testhygiene.recording;

import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.postgres.log.Catalog.SchemaObject;
import io.github.testhygiene.postgres.log.SessionActivity;
import io.github.testhygiene.postgres.log.StatementCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of one owner's work, over all the stretches of time that were its own. */
final class SpanCollector {

    private final List<StatementCount> statements = new ArrayList<>();
    private final ValueChanges<String, Long> sequences = new ValueChanges<>();
    private final ValueChanges<SchemaObject, String> objects = new ValueChanges<>();
    private final ValueChanges<String, String> settings = new ValueChanges<>();
    private final ValueChanges<String, Long> tables = new ValueChanges<>();
    private final ValueChanges<String, Long> unlogged = new ValueChanges<>();
    private final List<OpenSessionState> sessionsLeft = new ArrayList<>();
    private long connections;
    private boolean connectionsKnown = true;
    private boolean reached;
    private long nanos;

    void lasted(long more) {
        nanos += more;
    }

    long nanos() {
        return nanos;
    }

    void executed(List<StatementCount> more) {
        statements.addAll(more);
    }

    void connected(@Nullable Long before, @Nullable Long after) {
        if (before == null || after == null) {
            connectionsKnown = false;
        } else {
            connections += Math.max(0, after - before);
        }
    }

    void active(SessionActivity before, SessionActivity after) {
        reached |= after.isNewSince(before);
    }

    /** Whether any session did anything; where sessions are not counted, those that are gone again are not known of. */
    boolean reached() {
        return reached || !connectionsKnown;
    }

    /** A sequence that is new belongs to a table that is new, and is told with it. */
    void differs(BoundaryDifferences differences) {
        sequences.add(differences.sequences());
        objects.add(differences.objects());
        settings.add(differences.settings());
        tables.add(differences.tables());
        unlogged.add(differences.unlogged());
    }

    /** Whether a table was there at the end; one that was dropped has no rows left, and the log does not show that. */
    boolean keeps(String table) {
        return !tables.isGone(table);
    }

    void left(OpenSessionState session) {
        sessionsLeft.add(session);
    }

    List<StatementCount> statements() {
        return statements;
    }

    @Nullable
    Long connections() {
        return connectionsKnown ? (Long) connections : null;
    }

    List<ValueChanges.Change<String, Long>> unloggedNet() {
        return unlogged.net(Comparator.naturalOrder());
    }

    OtherTraces traces() {
        List<SchemaChange> schema =
                objects.net(Comparator.comparing(SchemaObject::type).thenComparing(SchemaObject::name)).stream()
                        .map(change -> new SchemaChange(
                                kind(change), change.key().type(), change.key().name()))
                        .toList();
        List<SequenceAdvance> advances = sequences.net(Comparator.naturalOrder()).stream()
                .map(change -> new SequenceAdvance(change.key(), change.before(), change.after()))
                .toList();
        List<String> changed = settings.net(Comparator.naturalOrder()).stream()
                .map(SpanCollector::words)
                .toList();
        return new OtherTraces(schema, advances, changed, sessionsLeft);
    }

    private static SchemaChange.Kind kind(ValueChanges.Change<SchemaObject, String> change) {
        if (change.before() == null) {
            return SchemaChange.Kind.CREATED;
        }
        return change.after() == null ? SchemaChange.Kind.DROPPED : SchemaChange.Kind.CHANGED;
    }

    private static String words(ValueChanges.Change<String, String> change) {
        if (change.before() == null) {
            return change.key() + " is new: " + change.after();
        }
        return change.after() == null
                ? change.key() + " is gone, was: " + change.before()
                : change.key() + ": " + change.before() + " → " + change.after();
    }
}
