package io.github.testhygiene.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameRoundTripTest {

    private static final String LONG = "0123456789 ß→😀".repeat(8_000);

    @Property(tries = 1_000)
    void framesComeBackAsTheyWereSentAndInTheirOrder(@ForAll("conversations") List<Frame> frames) throws IOException {
        assertThat(Bytes.readAll(Bytes.of(frames))).isEqualTo(frames);
    }

    /** One frame of each type, and some more. */
    @Provide
    Arbitrary<List<Frame>> conversations() {
        Arbitrary<List<Frame>> oneOfEach = Combinators.combine(Arrays.stream(Tag.values())
                        .map(FrameArbitraries::frames)
                        .toList())
                .as(each -> each);
        return Arbitraries.oneOf(oneOfEach, FrameArbitraries.frames().list().ofMaxSize(6));
    }

    @ParameterizedTest
    @MethodSource("framesWithLongTexts")
    void textsLongerThanJavasOwnFormatAllowsComeBack(Frame frame) throws IOException {
        assertThat(Bytes.readAll(Bytes.of(List.of(frame)))).containsExactly(frame);
    }

    static List<Frame> framesWithLongTexts() {
        assertThat(LONG).hasSizeGreaterThan(100_000);
        List<String> texts = List.of(LONG, LONG);
        Map<String, String> map = Map.of(LONG, LONG);
        RecordedTest test = new RecordedTest(new TestId(LONG), texts, LONG, LONG, LONG, LONG);
        TestFailure failure = new TestFailure(LONG, LONG, LONG);
        return List.of(
                new Frame.Hello(1, LONG, 1),
                new Frame.Welcome(map, map, true, false),
                new Frame.Refused(LONG),
                new Frame.Launched(new LaunchRecipe(LONG, texts, texts, texts, map, map, LONG, map, 1L << 40)),
                new Frame.Found(List.of(test)),
                new Frame.Started(new TestId(LONG)),
                new Frame.Finished(new TestOutcome(new TestId(LONG), TestStatus.FAILED, Duration.ZERO, failure)),
                new Frame.Request(
                        List.of(test, test),
                        map,
                        map,
                        true,
                        new RerunOptions(2, Set.of(new TestId(LONG)), true, texts)),
                new Frame.Observed(
                        List.of(new LeakTrace(LeakTrace.Kind.SYSTEM_PROPERTY, LONG, LONG, LONG)), Set.of(LONG)));
    }

    @Test
    void aPlanOfManyTestsComesBack() throws IOException {
        RecordedTest test = new RecordedTest(new TestId("[engine:e]/[m:x]"), List.of("a.B"), "x", "", "x()", "");
        Frame found = new Frame.Found(Collections.nCopies(50_000, test));

        assertThat(Bytes.readAll(Bytes.of(List.of(found)))).containsExactly(found);
    }

    @Test
    void aStreamThatEndsBetweenTwoFramesIsNoError() throws IOException {
        FrameReader reader = Bytes.reader(Bytes.of(List.of(new Frame.Bye())));

        assertThat(reader.read()).contains(new Frame.Bye());
        assertThat(reader.read()).isEmpty();
        assertThat(reader.read()).isEmpty();
    }
}
