package io.github.testhygiene.recording;

import io.github.testhygiene.advice.EvidenceAdvice;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.Observation;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.recording.BoundaryMark.Event;
import io.github.testhygiene.sql.TableNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts together what the boundaries and the change log tell of each test and of each class's fixtures. */
final class EvidenceAssembly {

    private final List<BoundaryMark> marks;
    private final Intervals intervals;
    private final ObservedDatabase observed;
    private final StatementTexts texts;
    private final boolean nestedCounted;
    private final @Nullable Problem noChangeLog;
    private final @Nullable Problem noStatementLog;
    private final Map<ChangeOwner, SpanCollector> spans;
    private final Map<TestId, String> uncertain;
    private final TableNames tables;
    private final Map<TestId, List<String>> classes;

    /** What the change log told. */
    private record Changes(
            Map<ChangeOwner, List<TableChange>> rows,
            Map<ChangeOwner, Set<String>> written,
            RevertedTables takenBack) {}

    EvidenceAssembly(List<BoundaryMark> marks, Intervals intervals, ObservedDatabase observed) {
        this.marks = marks;
        this.intervals = intervals;
        this.observed = observed;
        this.texts = observed.texts();
        this.nestedCounted = observed.nestedCounted();
        this.noChangeLog = observed.noChangeLog();
        this.noStatementLog = observed.noStatementLog();
        ReadingAttribution readingAttribution = new ReadingAttribution(marks, intervals);
        this.spans = readingAttribution.spans();
        this.uncertain = readingAttribution.uncertain();
        this.tables = observed.tables();
        this.classes = EnclosingClasses.of(marks);
    }

    /** The tables that there were at any time. */
    TableNames tables() {
        return tables;
    }

    DatabaseEvidence evidence(
            Map<ChangeOwner, List<TableChange>> rows,
            Map<ChangeOwner, Set<String>> written,
            @Nullable Double boundaryMillis) {
        Observation use = DatabaseUse.observe(marks, texts);
        if (use.kind() != Observation.Kind.SEEN) {
            return unused(use, boundaryMillis);
        }
        Changes changes = new Changes(rows, written, new RevertedTables(classes, rows));
        Map<TestId, SpanEvidence> tests = new LinkedHashMap<>();
        for (BoundaryMark mark : marks) {
            if (mark.event() instanceof Event.TestStarted started) {
                tests.computeIfAbsent(started.id(), id -> test(id, changes));
            }
        }
        List<FixtureEvidence> fixtures = new ArrayList<>();
        spans.forEach((owner, span) -> {
            if (owner instanceof ChangeOwner.Fixtures fixture) {
                SpanEvidence evidence = intervals
                        .overlapOf(owner)
                        .map(other -> atOnce("some of them ran", other))
                        .orElseGet(() -> seen(owner, span, changes, null));
                fixtures.add(new FixtureEvidence(fixture.className(), Duration.ofNanos(span.nanos()), evidence));
            }
        });
        return new DatabaseEvidence(
                noChangeLog == null ? null : line(noChangeLog),
                noStatementLog == null ? null : line(noStatementLog),
                tests,
                fixtures,
                boundaryMillis);
    }

    private DatabaseEvidence unused(Observation use, @Nullable Double boundaryMillis) {
        String reason = line(EvidenceAdvice.unusedDatabase());
        List<FixtureEvidence> fixtures = new ArrayList<>();
        spans.forEach((owner, span) -> {
            if (owner instanceof ChangeOwner.Fixtures fixture) {
                fixtures.add(new FixtureEvidence(
                        fixture.className(), Duration.ofNanos(span.nanos()), SpanEvidence.unattributed(reason)));
            }
        });
        return DatabaseEvidence.unused(use, reason, fixtures, boundaryMillis);
    }

    /** What happened and what to do, in one line. */
    static String line(Problem problem) {
        return problem.what() + " " + problem.fix();
    }

    private SpanEvidence test(TestId id, Changes changes) {
        ChangeOwner owner = new ChangeOwner.Test(id);
        Optional<String> overlap = intervals.overlapOf(owner);
        if (overlap.isPresent()) {
            return atOnce("it ran", overlap.get());
        }
        SpanCollector span = spans.getOrDefault(owner, new SpanCollector());
        return seen(owner, span, changes, uncertain.get(id));
    }

    private static SpanEvidence atOnce(String subject, String other) {
        return SpanEvidence.unattributed(subject + " at the same time as " + other
                + ", so that nobody can tell whose rows and statements they are");
    }

    private SpanEvidence seen(ChangeOwner owner, SpanCollector span, Changes changes, @Nullable String reason) {
        StatementSummary summary =
                StatementSummary.of(span.statements(), texts, tables, nestedCounted, span.connections());
        Set<String> changed = new TreeSet<>(changes.written().getOrDefault(owner, Set.of()));
        changed.addAll(summary.tablesWritten());
        Set<String> named = new TreeSet<>(summary.tablesNamed());
        named.addAll(changed);
        List<TableChange> left = noChangeLog == null ? rowsLeft(owner, span, changes) : null;
        return new SpanEvidence(
                noStatementLog == null ? use(summary, span) : null, left, span.traces(), changed, named, reason);
    }

    private static SqlUse use(StatementSummary summary, SpanCollector span) {
        return span.reached() ? summary.sql().asReached() : summary.sql();
    }

    private List<TableChange> rowsLeft(ChangeOwner owner, SpanCollector span, Changes changes) {
        List<TableChange> left = new ArrayList<>(changes.rows().getOrDefault(owner, List.of()));
        for (ValueChanges.Change<String, Long> change : span.unloggedNet()) {
            Long before = change.before();
            Long after = change.after();
            if (before != null && after != null) {
                long growth = after - before;
                left.add(new TableChange(
                        change.key(),
                        Math.max(0, growth),
                        0,
                        Math.max(0, -growth),
                        false,
                        before,
                        after,
                        List.of(),
                        false,
                        false));
            }
        }
        left.removeIf(change -> !span.keeps(change.table()) || !observed.everHad(change.table()));
        return owner instanceof ChangeOwner.Test test ? changes.takenBack().marked(test.id(), left) : left;
    }
}
