package io.github.testhygiene.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.EvidenceParts;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.Observation;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was not observed is never said to be absent. */
class ObservedPartsTest {

    private static final String WHY = "it ran at the same time as another test";
    private static final TestId ONE = SampleTests.test("shop.OrderIT", "one").id();
    private static final TestId OTHER =
            SampleTests.test("shop.OrderIT", "other").id();

    private static Map<TestId, SpanEvidence> both(SpanEvidence one, SpanEvidence other) {
        Map<TestId, SpanEvidence> tests = new LinkedHashMap<>();
        tests.put(ONE, one);
        tests.put(OTHER, other);
        return tests;
    }

    private static EvidenceParts parts(SpanEvidence one, SpanEvidence other) {
        return ObservedParts.assess(new DatabaseEvidence(null, null, both(one, other), List.of()));
    }

    @Test
    void ofAnUnusedDatabaseNothingWasObserved() {
        FixtureEvidence fixture = new FixtureEvidence("shop.OrderIT", Duration.ofMillis(1), Suite.span());

        assertThat(ObservedParts.assess(DatabaseEvidence.unused(Observation.NONE, WHY, List.of(fixture), null)))
                .isEqualTo(all(Observation.NONE, Observation.notObserved(WHY)));
    }

    @Test
    void evidenceThatIsOffObservesNothing() {
        Observation off = Observation.notObserved("it is off");

        assertThat(ObservedParts.assess(DatabaseEvidence.none("it is off"))).isEqualTo(all(off, off));
    }

    private static EvidenceParts all(Observation use, Observation rest) {
        return new EvidenceParts(use, rest, rest, rest, rest, rest, rest);
    }

    @Test
    void oneUnknownTestKeepsAPartFromBeingNone() {
        EvidenceParts parts = parts(Suite.span(), SpanEvidence.unattributed(WHY));

        assertThat(parts.statements()).isEqualTo(Observation.SEEN);
        assertThat(parts.rows()).isEqualTo(Observation.notObserved(WHY));
        assertThat(parts.sessions()).isEqualTo(Observation.notObserved(WHY));
        assertThat(parts(Suite.span(), Suite.span()).rows()).isEqualTo(Observation.NONE);
    }

    @Test
    void whatWasSeenWasSeenWhateverIsUnknown() {
        EvidenceParts parts = parts(
                SpanEvidence.unattributed(WHY),
                Suite.span(List.of(Suite.added("public.t", 1)), Suite.sequence("public.s", 1L, 2L)));

        assertThat(parts.rows()).isEqualTo(Observation.SEEN);
        assertThat(parts.sequences()).isEqualTo(Observation.SEEN);
        assertThat(parts.schema()).isEqualTo(Observation.notObserved(WHY));
    }

    @Test
    void eachPartHasItsOwnReason() {
        SpanEvidence span = new SpanEvidence(SqlUse.NONE, null, OtherTraces.NONE, Set.of(), Set.of(), null);
        EvidenceParts parts = ObservedParts.assess(
                new DatabaseEvidence("no right to read the log", null, both(span, span), List.of()));

        assertThat(parts.rows()).isEqualTo(Observation.notObserved("no right to read the log"));
        assertThat(parts.statements()).isEqualTo(Observation.NONE);
        assertThat(parts.schema()).isEqualTo(Observation.NONE);
    }

    @Test
    void tracesThatWereNotReadAreNotThoseOfNoTest() {
        SpanEvidence span = new SpanEvidence(SqlUse.NONE, null, null, Set.of(), Set.of(), null);

        assertThat(ObservedParts.assess(
                                new DatabaseEvidence("no right to read the log", null, both(span, span), List.of()))
                        .schema())
                .isEqualTo(Observation.notObserved("no right to read the log"));
        assertThat(parts(span, Suite.span()).sessions())
                .isEqualTo(Observation.notObserved("what some tests left was not read"));
        assertThat(ObservedParts.assess(new DatabaseEvidence(null, null, Map.of(), List.of()))
                        .schema())
                .isEqualTo(Observation.notObserved("no test was observed"));
    }
}
