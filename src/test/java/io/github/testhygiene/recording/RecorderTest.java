package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Recording.RecordedLaunch;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.FrameReader;
import io.github.testhygiene.wire.FrameWriter;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecorderTest {

    private static final Frame.Welcome WELCOME = new Frame.Welcome(Map.of("a", "b"), Map.of(), false, false);
    private static final long ANOTHER_JVM = ProcessHandle.current().pid() + 1;

    /** A test JVM's end of the wire. */
    private record Jvm(Socket socket, FrameWriter out, FrameReader in) implements AutoCloseable {

        static Jvm connect(RecorderAddress address) throws IOException {
            Socket socket = new Socket(address.host(), address.port());
            return new Jvm(socket, new FrameWriter(socket.getOutputStream()), new FrameReader(socket.getInputStream()));
        }

        static Jvm greeted(RecorderAddress address, long pid) throws IOException {
            Jvm jvm = connect(address);
            jvm.out.write(new Frame.Hello(Frame.PROTOCOL_VERSION, address.token(), pid));
            assertThat(jvm.in.read()).contains(WELCOME);
            jvm.out.write(new Frame.Launched(recipe("jvm")));
            return jvm;
        }

        void say(Frame... frames) throws IOException {
            for (Frame frame : frames) {
                out.write(frame);
            }
        }

        /** Says that it is done, and waits until the recorder has heard it. */
        void bye() throws IOException {
            out.write(new Frame.Bye());
            assertThat(in.read()).isEmpty();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static LaunchRecipe recipe(String javaHome) {
        return new LaunchRecipe(javaHome, List.of(), List.of(), List.of(), Map.of(), Map.of(), "", Map.of());
    }

    private static RecordedTest test(String name) {
        return new RecordedTest(new TestId(name), List.of("shop.X"), name, "", name, "");
    }

    private static TestOutcome outcome(String name, TestStatus status) {
        return new TestOutcome(
                new TestId(name),
                status,
                Duration.ofMillis(1),
                status == TestStatus.FAILED ? new io.github.testhygiene.model.TestFailure("E", "", "") : null);
    }

    private static Frame found(String... names) {
        return new Frame.Found(List.of(names).stream().map(RecorderTest::test).toList());
    }

    private static Frame started(String name) {
        return new Frame.Started(new TestId(name));
    }

    private static Frame passed(String name) {
        return new Frame.Finished(outcome(name, TestStatus.PASSED));
    }

    private static List<String> names(Recording recording) {
        return recording.tests().stream().map(RecordedTest::methodName).toList();
    }

    @Test
    void jvmsThatReportAtTheSameTimeAreKeptApart() throws Exception {
        int jvms = 6;
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(jvms);
        ExecutorService threads = Executors.newFixedThreadPool(jvms);
        try (Recorder recorder = Recorder.start(
                inMavensJvm -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    Thread.yield();
                    atOnce.decrementAndGet();
                    return WELCOME;
                },
                Boundaries.NONE)) {
            List<Future<?>> pending = new ArrayList<>();
            for (int i = 0; i < jvms; i++) {
                String prefix = "jvm" + i + ".";
                pending.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    try (Jvm jvm = Jvm.greeted(recorder.address(), ANOTHER_JVM)) {
                        for (int test = 0; test < 50; test++) {
                            String name = prefix + test;
                            jvm.say(found(name), started(name), passed(name));
                        }
                        jvm.bye();
                    }
                    return null;
                }));
            }
            for (Future<?> each : pending) {
                each.get();
            }
            Recording recording = recorder.stop();

            assertThat(recorder.complaints()).isEmpty();
            assertThat(most).as("asked for the welcome at the same time").hasValue(1);
            assertThat(recording.tests()).hasSize(jvms * 50).doesNotHaveDuplicates();
            assertThat(recording.outcomes()).hasSize(jvms * 50);
            assertThat(recording.launches()).hasSize(jvms).allSatisfy(launch -> {
                String prefix = launch.tests().get(0).value().split("\\.")[0];
                assertThat(launch.tests()).hasSize(50).allMatch(id -> id.value().startsWith(prefix));
            });
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void testsStandInTheOrderInWhichTheyStartedAndThenThoseThatDidNot() throws IOException {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
                Jvm jvm = Jvm.greeted(recorder.address(), ANOTHER_JVM)) {
            jvm.say(found("a", "b", "c", "d"), started("c"), passed("c"), passed("a"), started("d"));
            jvm.bye();

            Recording recording = recorder.stop();
            assertThat(names(recording)).containsExactly("c", "a", "d", "b");
            assertThat(recording.outcomes()).containsOnlyKeys(new TestId("c"), new TestId("a"));
        }
    }

    @Test
    void theFirstOutcomeOfARepeatedTestCounts() throws IOException {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
                Jvm jvm = Jvm.greeted(recorder.address(), ANOTHER_JVM)) {
            TestOutcome failed = outcome("a", TestStatus.FAILED);
            jvm.say(found("a"), started("a"), new Frame.Finished(failed), found("a"), started("a"), passed("a"));
            jvm.bye();

            Recording recording = recorder.stop();
            assertThat(names(recording)).containsExactly("a");
            assertThat(recording.outcomes().values()).containsExactly(failed);
        }
    }

    @Test
    void aJvmWithoutTestsIsNoLaunchAndMavensOwnHasNoRecipe() throws IOException {
        Instant before = Instant.now();
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
                Jvm empty = Jvm.greeted(recorder.address(), ANOTHER_JVM);
                Jvm own =
                        Jvm.greeted(recorder.address(), ProcessHandle.current().pid())) {
            empty.say(found());
            empty.bye();
            own.say(found("a"), started("a"), passed("a"));
            own.bye();

            Recording recording = recorder.stop();
            assertThat(recording.launches()).containsExactly(new RecordedLaunch(null, List.of(new TestId("a"))));
            assertThat(recording.startedAt()).isBetween(before, Instant.now());
        }
    }

    @Test
    void aJvmThatSaysNothingMoreLeavesAnEmptyRecordingOfNoLength() throws IOException {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
                Jvm jvm = Jvm.connect(recorder.address())) {
            jvm.say(new Frame.Hello(Frame.PROTOCOL_VERSION, recorder.address().token(), ANOTHER_JVM));
            assertThat(jvm.in().read()).contains(WELCOME);
            jvm.bye();

            Recording recording = recorder.stop();
            assertThat(recording.tests()).isEmpty();
            assertThat(recording.duration()).isZero();
        }
    }

    @Test
    void strangersAreRefusedAndNotRecorded() throws IOException {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE)) {
            RecorderAddress address = recorder.address();
            for (Frame first : List.of(
                    new Frame.Hello(Frame.PROTOCOL_VERSION, address.token() + "x", 1),
                    new Frame.Hello(Frame.PROTOCOL_VERSION + 1, address.token(), 1),
                    new Frame.Bye())) {
                try (Jvm stranger = Jvm.connect(address)) {
                    stranger.say(first);
                    assertThat(stranger.in().read()).get().isInstanceOf(Frame.Refused.class);
                    assertThat(stranger.in().read()).isEmpty();
                }
            }
            assertThat(recorder.stop().launches()).isEmpty();
            assertThat(address.toString()).doesNotContain(address.token());
        }
    }

    @Test
    void strangersThatSayNothingAreHungUpWhenTheRecordingEnds() throws IOException {
        Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
        try (Jvm silent = Jvm.connect(recorder.address());
                Jvm good = Jvm.greeted(recorder.address(), ANOTHER_JVM)) {
            good.say(found("a"), started("a"), passed("a"));
            good.bye();
            recorder.close();

            assertThat(silent.in().read()).isEmpty();
            assertThat(recorder.complaints()).isEmpty();
        }
    }

    @Test
    void aHelloIsSmall() throws IOException {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
                Jvm stranger = Jvm.connect(recorder.address())) {
            stranger.socket().getOutputStream().write(new byte[] {1, 0, 127, 0, 0});

            assertThat(stranger.in().read()).get().isInstanceOf(Frame.Refused.class);
        }
    }

    @Test
    void strangersAreBoundedAndOursIsNotDisplaced() throws IOException {
        List<Jvm> strangers = new ArrayList<>();
        Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
        try {
            strangers.add(Jvm.connect(recorder.address()));
            try (Jvm good = Jvm.greeted(recorder.address(), ANOTHER_JVM)) {
                for (int i = 0; i < 100; i++) {
                    strangers.add(Jvm.connect(recorder.address()));
                }
                assertThat(strangers.get(0).in().read()).isEmpty();
                good.say(found("a"), started("a"), passed("a"));
                good.bye();
            }
            recorder.close();
            assertThat(names(recorder.stop())).containsExactly("a");
        } finally {
            for (Jvm stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void garbageEndsOneReportAndNoOther() throws IOException {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
                Jvm good = Jvm.greeted(recorder.address(), ANOTHER_JVM);
                Jvm bad = Jvm.greeted(recorder.address(), ANOTHER_JVM)) {
            bad.say(found("b"), started("b"));
            bad.socket().getOutputStream().write("garbage".getBytes(StandardCharsets.US_ASCII));
            bad.socket().shutdownOutput();
            good.say(found("a"), started("a"), passed("a"));
            good.bye();

            Recording recording = recorder.stop();
            assertThat(names(recording)).containsExactlyInAnyOrder("a", "b");
            assertThat(recording.outcomes()).containsOnlyKeys(new TestId("a"));
            assertThat(recorder.complaints())
                    .singleElement()
                    .asString()
                    .contains("ended early")
                    .contains("unknown frame");
        }
    }

    @Test
    @Timeout(30)
    void theEndOfEveryJvmIsToldOnceWhetherItSaidGoodbyeOrNot() throws Exception {
        List<Object> told = java.util.Collections.synchronizedList(new ArrayList<>());
        CountDownLatch both = new CountDownLatch(2);
        Boundaries boundaries = new Boundaries() {
            @Override
            public void passed(int launch, Frame frame) {
                told.add(frame.getClass().getSimpleName() + " " + launch);
            }

            @Override
            public void ended(int launch) {
                told.add("ended " + launch);
                both.countDown();
            }
        };
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, boundaries)) {
            try (Jvm polite = Jvm.greeted(recorder.address(), ANOTHER_JVM)) {
                polite.bye();
            }
            try (Jvm crashing = Jvm.greeted(recorder.address(), ANOTHER_JVM)) {
                crashing.say(new Frame.Started(new TestId("a")));
            }
            both.await();
        }
        assertThat(told).containsExactly("Launched 0", "ended 0", "Launched 1", "Started 1", "ended 1");
    }
}
