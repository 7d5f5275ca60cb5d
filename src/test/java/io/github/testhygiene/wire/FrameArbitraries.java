package io.github.testhygiene.wire;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Frames of every type, with whatever text a machine may hold. */
final class FrameArbitraries {

    private FrameArbitraries() {}

    /** Any text that UTF-8 can carry: empty, from every plane, with control characters. */
    static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.strings().ascii().ofMaxLength(12)),
                Tuple.of(3, codePoints()),
                Tuple.of(1, Arbitraries.of("", "\0", "ß→日本語😀", "line\r\nline\ttab")));
    }

    private static Arbitrary<String> codePoints() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(8)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, (a, b) -> {})
                        .toString());
    }

    private static Arbitrary<List<String>> lists() {
        return texts().list().ofMaxSize(4);
    }

    private static Arbitrary<Map<String, String>> maps() {
        return Arbitraries.maps(texts(), texts()).ofMaxSize(4);
    }

    private static Arbitrary<TestId> ids() {
        return texts().filter(text -> !text.isBlank()).map(TestId::new);
    }

    private static Arbitrary<List<RecordedTest>> tests() {
        return Combinators.combine(ids(), lists(), texts(), texts(), texts(), texts())
                .as(RecordedTest::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<RerunOptions> options() {
        return Combinators.combine(Arbitraries.of(1, 2), ids().set().ofMaxSize(3), flags(), lists())
                .as(RerunOptions::new);
    }

    private static Arbitrary<List<LeakTrace>> traces() {
        return Combinators.combine(
                        Arbitraries.of(LeakTrace.Kind.class), texts(), texts().injectNull(0.3), texts().injectNull(0.3))
                .as(LeakTrace::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<LaunchRecipe> recipes() {
        return Combinators.combine(texts(), lists(), lists(), lists(), maps(), maps(), texts(), maps())
                .as(LaunchRecipe::new);
    }

    private static Arbitrary<TestOutcome> outcomes() {
        Arbitrary<TestFailure> failures =
                Combinators.combine(texts(), texts(), texts()).as(TestFailure::new);
        Arbitrary<Duration> durations = Arbitraries.longs().greaterOrEqual(0).map(Duration::ofNanos);
        return Combinators.combine(
                        ids(), Arbitraries.of(TestStatus.class), durations, failures, durations.injectNull(0.5))
                .as((id, status, duration, failure, body) ->
                        new TestOutcome(id, status, duration, status == TestStatus.FAILED ? failure : null, body));
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    /** Any frame that may stand on the wire. */
    static Arbitrary<Frame> frames() {
        return Arbitraries.of(Tag.class).flatMap(FrameArbitraries::frames);
    }

    /** Any frame of one type. */
    static Arbitrary<Frame> frames(Tag tag) {
        return switch (tag) {
            case HELLO ->
                Combinators.combine(Arbitraries.integers(), texts(), Arbitraries.longs())
                        .as(Frame.Hello::new);
            case WELCOME ->
                Combinators.combine(maps(), maps(), flags(), flags()).as(Frame.Welcome::new);
            case REFUSED -> texts().map(Frame.Refused::new);
            case LAUNCHED -> recipes().map(Frame.Launched::new);
            case FOUND -> tests().map(Frame.Found::new);
            case STARTED -> ids().map(Frame.Started::new);
            case FINISHED -> outcomes().map(Frame.Finished::new);
            case REQUEST ->
                Combinators.combine(tests(), maps(), maps(), flags(), options()).as(Frame.Request::new);
            case BYE -> Arbitraries.just(new Frame.Bye());
            case CLASS_STARTED -> texts().map(Frame.ClassStarted::new);
            case CLASS_FINISHED -> texts().map(Frame.ClassFinished::new);
            case BODY_STARTED -> ids().map(Frame.BodyStarted::new);
            case BODY_FINISHED -> ids().map(Frame.BodyFinished::new);
            case BARRIER -> Arbitraries.just(new Frame.Barrier());
            case PROCEED -> Arbitraries.just(new Frame.Proceed());
            case NEXT_ROUND -> Arbitraries.just(new Frame.NextRound());
            case OBSERVED ->
                Combinators.combine(traces(), texts().set().ofMaxSize(4)).as(Frame.Observed::new);
            case CONTAINER_SESSION -> texts().map(Frame.ContainerSession::new);
        };
    }
}
