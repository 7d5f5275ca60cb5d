package io.github.testhygiene.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.TestId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameWriterTest {

    private static final int WRITERS = 4;
    private static final int FRAMES = 300;

    @Test
    void severalThreadsDoNotMixTheirFrames() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(bytes);
        CountDownLatch together = new CountDownLatch(WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> pending = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String name = "writer" + i;
                pending.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    for (int number = 0; number < FRAMES; number++) {
                        writer.write(frame(name, number));
                    }
                    return null;
                }));
            }
            for (Future<?> each : pending) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        Map<String, List<Frame>> byWriter = new HashMap<>();
        for (Frame frame : Bytes.readAll(bytes.toByteArray())) {
            String id = ((Frame.Started) frame).id().value();
            byWriter.computeIfAbsent(id.substring(0, id.indexOf(' ')), name -> new ArrayList<>())
                    .add(frame);
        }
        assertThat(byWriter).hasSize(WRITERS);
        byWriter.forEach((name, frames) -> assertThat(frames)
                .isEqualTo(IntStream.range(0, FRAMES)
                        .mapToObj(number -> frame(name, number))
                        .toList()));
    }

    /** Frames of lengths around the buffer's. */
    private static Frame frame(String writer, int number) {
        return new Frame.Started(new TestId(writer + " " + number + "x".repeat(number * 61 % 10_000)));
    }

    @Test
    void everyFrameIsOnItsWayWhenWriteReturns() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(bytes);

        writer.write(new Frame.Started(new TestId("a")));
        assertThat(Bytes.readAll(bytes.toByteArray())).containsExactly(new Frame.Started(new TestId("a")));

        writer.write(new Frame.Bye());
        assertThat(Bytes.readAll(bytes.toByteArray()))
                .containsExactly(new Frame.Started(new TestId("a")), new Frame.Bye());
    }
}
