package io.github.testhygiene.report;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.EvidenceEntry.ClassFixture;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Evidence in which every text, and every number that a database may send, is as bad as can be. */
final class HostileEvidence {

    private HostileEvidence() {}

    static EvidenceEntry entry(List<String> texts) {
        return new EvidenceEntry(
                null,
                null,
                texts.stream().map(HostileEvidence::fixture).toList(),
                texts.stream().map(HostileEvidence::cause).toList());
    }

    static EvidenceEntry nothing(String reason) {
        return new EvidenceEntry(reason, reason + ".", List.of(), List.of());
    }

    static SpanEvidence span(String text) {
        return new SpanEvidence(sql(text), List.of(change(text)), traces(text), Set.of(), Set.of(), text);
    }

    static SlowCause cause(String text) {
        return new SlowCause(SlowCause.Kind.CLIENT, Long.MAX_VALUE, text, text);
    }

    private static ClassFixture fixture(String text) {
        return new ClassFixture(text, Long.MAX_VALUE, sql(text), List.of(change(text)), traces(text), text);
    }

    private static SqlUse sql(String text) {
        return new SqlUse(
                1_000_000_000_000L,
                1e15,
                Long.MAX_VALUE,
                1,
                1e15,
                Integer.MAX_VALUE,
                1L,
                1L,
                new SqlUse.Repeated(text, Long.MAX_VALUE));
    }

    private static TableChange change(String text) {
        return new TableChange(text, 1_000_000, 1, 0, true, 0L, Long.MAX_VALUE, List.of(text, text), true, false);
    }

    private static OtherTraces traces(String text) {
        return new OtherTraces(
                List.of(new SchemaChange(SchemaChange.Kind.DROPPED, text, text)),
                List.of(new SequenceAdvance(text, Long.MIN_VALUE, null)),
                List.of(text),
                List.of(new OpenSessionState(OpenSessionState.Kind.ADVISORY_LOCK, text)));
    }

    static Diagnosis diagnosis(String text) {
        TestId id = new TestId("[engine:" + text + "]");
        List<LeakTrace> traces = Arrays.stream(LeakTrace.Kind.values())
                .map(kind -> new LeakTrace(kind, text, text, text))
                .toList();
        RowProof.Part part = new RowProof.Part(text, LeftItem.Kind.UPDATED, Integer.MAX_VALUE, List.of(text, text));
        RowProof proof = new RowProof(List.of(part), List.of(part), List.of(text), Integer.MAX_VALUE);
        Culprit rows = new Culprit(List.of(id), text, 1, 1, Leak.DATABASE, text, traces, proof, text);
        Culprit others = new Culprit(List.of(id, id), null, 1, 2, Leak.OUTSIDE, text, traces, null, text);
        return new Diagnosis(List.of(rows, others), List.of(id), List.of(id), text);
    }
}
