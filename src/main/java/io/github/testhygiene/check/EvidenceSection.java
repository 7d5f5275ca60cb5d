package io.github.testhygiene.check;

import io.github.testhygiene.evidence.ObservedParts;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.EvidenceEntry.ClassFixture;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report's part about what the database saw apart from the tests. */
public final class EvidenceSection {

    private EvidenceSection() {}

    static EvidenceEntry assemble(DatabaseEvidence seen, List<SlowCause> suiteCauses, @Nullable String noFixtureTimes) {
        List<ClassFixture> fixtures = seen.fixtures().stream()
                .filter(fixture -> didSomething(fixture.evidence()))
                .map(EvidenceSection::entry)
                .toList();
        return new EvidenceEntry(
                seen.noChangeLog(),
                seen.noStatementLog(),
                noFixtureTimes,
                fixtures,
                suiteCauses,
                seen.boundaryMillis(),
                ObservedParts.assess(seen));
    }

    private static boolean didSomething(SpanEvidence span) {
        SqlUse sql = span.sql();
        return (sql != null && sql.statements() > 0)
                || (span.rowsLeft() != null && !span.rowsLeft().isEmpty())
                || (span.traces() != null && !span.traces().isEmpty());
    }

    private static ClassFixture entry(FixtureEvidence fixture) {
        SpanEvidence span = fixture.evidence();
        return new ClassFixture(
                fixture.className(),
                fixture.duration().toMillis(),
                span.sql(),
                span.rowsLeft(),
                span.traces(),
                span.unattributed());
    }
}
