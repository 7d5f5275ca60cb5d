package io.github.testhygiene.evidence;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.EvidenceParts;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.Observation;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of each part of the evidence whether anything was seen in the run, was seen to be absent, or was not observed. */
public final class ObservedParts {

    private static final String NO_TEST = "no test was observed";
    private static final String NOT_READ = "what some tests left was not read";

    private final DatabaseEvidence database;
    private final List<SpanEvidence> spans;

    private ObservedParts(DatabaseEvidence database) {
        this.database = database;
        this.spans = Stream.concat(
                        database.tests().values().stream(),
                        database.fixtures().stream().map(FixtureEvidence::evidence))
                .toList();
    }

    /**
     * Goes through what the database saw of all tests and fixtures. One of which nothing is known keeps a part from being
     * none: it may have done what nobody else did.
     *
     * @param database the evidence of the reference run
     * @return each part's observation
     */
    public static EvidenceParts assess(DatabaseEvidence database) {
        ObservedParts parts = new ObservedParts(database);
        return new EvidenceParts(
                database.use(),
                parts.part(database.noStatementLog(), SpanEvidence::sql, SqlUse::reached),
                parts.part(database.noChangeLog(), SpanEvidence::rowsLeft, rows -> !rows.isEmpty()),
                parts.traces(traces -> !traces.schema().isEmpty()),
                parts.traces(traces -> !traces.sequences().isEmpty()),
                parts.traces(traces -> !traces.settings().isEmpty()),
                parts.traces(traces -> !traces.sessions().isEmpty()));
    }

    private Observation traces(Predicate<OtherTraces> seen) {
        return part(null, SpanEvidence::traces, seen);
    }

    private <T> Observation part(
            @Nullable String missing, Function<SpanEvidence, @Nullable T> known, Predicate<T> seen) {
        if (database.use().kind() != Observation.Kind.SEEN) {
            return Observation.notObserved(
                    Objects.requireNonNullElse(database.noStatementLog(), "the provided database was not used"));
        }
        if (missing != null) {
            return Observation.notObserved(missing);
        }
        boolean unknown = spans.isEmpty();
        String reason = NO_TEST;
        for (SpanEvidence span : spans) {
            T value = known.apply(span);
            if (value != null && seen.test(value)) {
                return Observation.SEEN;
            }
            if (value == null || span.unattributed() != null) {
                unknown = true;
                reason = Objects.requireNonNullElse(span.unattributed(), whyNotRead());
            }
        }
        return unknown ? Observation.notObserved(reason) : Observation.NONE;
    }

    /** Why a test of which the rest is known has no rows or other traces. */
    private String whyNotRead() {
        return Objects.requireNonNullElse(database.noChangeLog(), NOT_READ);
    }
}
