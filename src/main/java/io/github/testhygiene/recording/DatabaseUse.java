package io.github.testhygiene.recording;

import io.github.testhygiene.model.Observation;
import io.github.testhygiene.postgres.log.MarkerPosition;
import java.util.List;

/** Says whether anything used the observed database between the first boundary of a run and the last. */
final class DatabaseUse {

    private static final String NOT_COUNTED = "the server does not count sessions in time";

    private DatabaseUse() {}

    /**
     * Looks for statements, for sessions that did something, and for sessions that came, whosever work they were.
     *
     * @param marks the boundaries in order
     * @param texts knows which statements are the tests'
     * @return seen; none if each session would have been counted; else not observed
     */
    static Observation observe(List<BoundaryMark> marks, StatementTexts texts) {
        boolean counted = marks.size() > 1;
        for (int k = 0; k < marks.size(); k++) {
            BoundaryMark.Reading reading = marks.get(k).reading();
            MarkerPosition now = reading.position();
            if (texts.anyOfTheTests(reading.statements())) {
                return Observation.SEEN;
            }
            if (k > 0) {
                MarkerPosition before = marks.get(k - 1).reading().position();
                if (now.activity().isNewSince(before.activity()) || came(before, now)) {
                    return Observation.SEEN;
                }
            }
            counted &= now.sessions() != null;
        }
        return counted ? Observation.NONE : Observation.notObserved(NOT_COUNTED);
    }

    private static boolean came(MarkerPosition before, MarkerPosition now) {
        Long earlier = before.sessions();
        Long later = now.sessions();
        return earlier != null && later != null && later > earlier;
    }
}
