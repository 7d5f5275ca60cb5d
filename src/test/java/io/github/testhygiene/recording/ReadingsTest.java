package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.Catalog;
import io.github.testhygiene.postgres.Position;
import io.github.testhygiene.recording.Mark.Event;
import io.github.testhygiene.recording.Mark.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final TestId ID = new TestId("[engine:e]/[class:a.B]/[method:c()]");
    private static final Catalog EMPTY = new Catalog(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    private static Mark mark(Event event, @Nullable Map<String, @Nullable Long> sequences, @Nullable Catalog catalog) {
        Reading reading =
                new Reading(new Position(3, 0L, "", List.of(), List.of()), List.of(), sequences, catalog, Map.of());
        return new Mark(event, Instant.EPOCH, 0, reading);
    }

    private static SpanCollector spanOfTheOnlyTest(List<Mark> marks, Map<String, @Nullable Long> sequences) {
        Readings readings = new Readings(marks, Intervals.of(marks), EMPTY, sequences);
        return readings.spans().get(new Owner.Test(ID));
    }

    @Test
    void theFirstTestOfAllAdvancesAFreshSequence() {
        Map<String, @Nullable Long> fresh = new HashMap<>();
        fresh.put("public.numbers", null);
        List<Mark> marks = List.of(
                mark(new Event.ClassStarted(0, "a.B"), null, null),
                mark(new Event.TestStarted(0, ID), null, null),
                mark(new Event.TestFinished(0, ID), Map.of("public.numbers", 2L), null));

        assertThat(spanOfTheOnlyTest(marks, fresh).traces().sequences())
                .containsExactly(new SequenceAdvance("public.numbers", null, 2L));
    }

    @Test
    void aTableThatIsCreatedAndDroppedAgainIsNotKept() {
        Catalog after = new Catalog(Map.of(), Map.of(), Map.of(), Map.of("public.kept", 7L), Map.of(), Set.of());
        List<Mark> marks = List.of(
                mark(new Event.ClassStarted(0, "a.B"), null, null),
                mark(new Event.TestStarted(0, ID), null, null),
                mark(new Event.TestFinished(0, ID), null, after));

        SpanCollector span = spanOfTheOnlyTest(marks, Map.of());

        assertThat(span.keeps("public.kept")).isTrue();
        assertThat(span.keeps("public.dropped")).isFalse();
    }
}
