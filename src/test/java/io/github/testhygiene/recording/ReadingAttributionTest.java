package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.log.BusySession;
import io.github.testhygiene.postgres.log.MarkerPosition;
import io.github.testhygiene.postgres.log.SessionActivity;
import io.github.testhygiene.recording.BoundaryMark.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingAttributionTest {

    private final List<BoundaryMark> marks = new ArrayList<>();
    private long sessions;
    private SessionActivity activity = SessionActivity.NONE;

    private void at(Event event, List<BusySession> busy, String... locks) {
        MarkerPosition position = new MarkerPosition(1_000 + marks.size(), sessions, activity, busy, List.of(locks));
        marks.add(new BoundaryMark(
                event,
                Instant.EPOCH,
                marks.size() * 1_000L,
                new BoundaryMark.Reading(position, List.of(), BoundaryDifferences.NONE)));
    }

    private void starts(String test, BusySession... busy) {
        at(new Event.TestStarted(0, new TestId(test)), List.of(busy));
    }

    private void ends(String test, BusySession... busy) {
        at(new Event.TestFinished(0, new TestId(test)), List.of(busy));
    }

    private static BusySession idle(String key, long millis) {
        return new BusySession(key, false, millis, "session " + key);
    }

    private static BusySession running(String key) {
        return new BusySession(key, true, 0, "session " + key);
    }

    private ReadingAttribution readings() {
        return new ReadingAttribution(marks, Intervals.of(marks));
    }

    private List<OpenSessionState> left(String test) {
        return readings()
                .spans()
                .get(new ChangeOwner.Test(new TestId(test)))
                .traces()
                .sessions();
    }

    @Test
    void aTransactionThatIsAboutToBeCommittedIsNotLeft() {
        starts("a");
        ends("a", idle("1", 3));
        starts("b");

        assertThat(left("a")).isEmpty();
    }

    @Test
    void aTransactionThatStaysIsLeftByTheTestInWhichItBegan() {
        starts("a");
        ends("a", idle("1", 3));
        starts("b", idle("1", 5));
        ends("b", idle("1", 300));
        starts("c", idle("1", 301));
        ends("c", idle("1", 302), idle("2", 200));
        starts("d");

        assertThat(left("a")).extracting(OpenSessionState::description).containsExactly("session 1");
        assertThat(left("b")).isEmpty();
        assertThat(left("c")).extracting(OpenSessionState::description).containsExactly("session 2");
    }

    @Test
    void aSessionThatIsAtWorkIsNotIdleInItsTransaction() {
        starts("a");
        ends("a", running("1"));
        starts("b", running("1"));
        ends("b");

        assertThat(left("a")).isEmpty();
        assertThat(readings().uncertain()).containsOnlyKeys(new TestId("b"));
    }

    @Test
    void aLockIsLeftByTheTestThatTookItIfItIsStillHeldLater() {
        starts("a");
        at(new Event.TestFinished(0, new TestId("a")), List.of(), "lock 1", "passing");
        at(new Event.TestStarted(0, new TestId("b")), List.of(), "lock 1");
        at(new Event.TestFinished(0, new TestId("b")), List.of(), "lock 1");
        at(new Event.End(), List.of(), "lock 1");

        assertThat(left("a")).containsExactly(new OpenSessionState(OpenSessionState.Kind.ADVISORY_LOCK, "lock 1"));
        assertThat(left("b")).isEmpty();
    }

    @Test
    void connectionsAndTimeAreThoseOfTheTestAlone() {
        sessions = 3;
        starts("a");
        sessions = 5;
        ends("a");
        sessions = 9;
        starts("b");
        ends("b");

        SpanCollector span = readings().spans().get(new ChangeOwner.Test(new TestId("a")));
        assertThat(span.connections()).isEqualTo(2);
        assertThat(span.nanos()).isEqualTo(1_000);
    }

    @Test
    void aSessionThatTheServerEndsOnlyAfterItsTestIsNoUseByTheNext() {
        starts("a");
        activity = new SessionActivity(1, 70);
        ends("a");
        starts("b");
        activity = SessionActivity.NONE;
        ends("b");
        starts("c");
        activity = new SessionActivity(1, 90);
        ends("c");

        assertThat(readings().spans().get(new ChangeOwner.Test(new TestId("a"))).reached())
                .isTrue();
        assertThat(readings().spans().get(new ChangeOwner.Test(new TestId("b"))).reached())
                .isFalse();
        assertThat(readings().spans().get(new ChangeOwner.Test(new TestId("c"))).reached())
                .isTrue();
    }
}
