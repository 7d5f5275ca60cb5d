package io.github.testhygiene.wire;

import io.github.testhygiene.fixture.Fuzzing;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Damaged frames are refused. */
class FrameFuzzTest {

    private static final TestId TEST = new TestId("[engine:junit-jupiter]/[class:a.B]/[method:c()]");

    @Test
    void aDamagedStreamIsReadOrRefused() throws IOException {
        Fuzzing.fuzz(streams(), input -> {
            FrameReader reader = new FrameReader(new ByteArrayInputStream(input));
            try {
                Optional<Frame> frame = reader.read();
                while (frame.isPresent()) {
                    frame = reader.read();
                }
            } catch (IOException refused) {
                // Whoever speaks to the stranger on the other side catches just this.
                return;
            }
        });
    }

    private static List<byte[]> streams() throws IOException {
        RecordedTest test = new RecordedTest(TEST, List.of("a.B"), "a.B", "c", "c()", "c()");
        List<Frame> frames = List.of(
                new Frame.Hello(Frame.PROTOCOL_VERSION, "token", 17),
                new Frame.Welcome(Map.of("a", "b"), Map.of(), true, false),
                new Frame.Launched(new LaunchRecipe(
                        "java",
                        List.of("-ea"),
                        List.of("classes"),
                        List.of(),
                        Map.of("a", "b"),
                        Map.of(),
                        "/",
                        Map.of(),
                        7)),
                new Frame.Found(List.of(test)),
                new Frame.Started(TEST),
                new Frame.Finished(new TestOutcome(
                        TEST,
                        TestStatus.FAILED,
                        Duration.ofMillis(3),
                        new TestFailure("type", "message", "trace"),
                        null)),
                new Frame.Request(
                        List.of(test),
                        Map.of("a", "b"),
                        Map.of(),
                        true,
                        new RerunOptions(2, Set.of(TEST), true, List.of("x"))),
                new Frame.ContainerSession("session"),
                new Frame.Bye());
        List<byte[]> streams = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        FrameWriter together = new FrameWriter(all);
        for (Frame frame : frames) {
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            new FrameWriter(one).write(frame);
            streams.add(one.toByteArray());
            together.write(frame);
        }
        streams.add(all.toByteArray());
        return streams;
    }
}
