package io.github.testhygiene.wire;

import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestOutcome;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/**
 * Writes frames: a tag byte, the payload's length in four bytes, the payload. Every frame is flushed. Safe for use by
 * several threads.
 */
public final class FrameWriter {

    private final DataOutputStream out;

    /**
     * Writes to a stream.
     *
     * @param out the stream; not closed by this class
     */
    public FrameWriter(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /**
     * Writes one frame and flushes it.
     *
     * @param frame what to say
     * @throws IOException if the stream breaks
     */
    public void write(Frame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writePayload(frame, new PayloadWriter(new DataOutputStream(bytes)));
        synchronized (out) {
            out.writeByte(Tag.of(frame).code());
            out.writeInt(bytes.size());
            bytes.writeTo(out);
            out.flush();
        }
    }

    private static void writePayload(Frame frame, PayloadWriter payload) throws IOException {
        if (frame instanceof Frame.Hello hello) {
            payload.number(hello.version());
            payload.text(hello.token());
            payload.number(hello.pid());
        } else if (frame instanceof Frame.Welcome welcome) {
            payload.map(welcome.systemProperties());
            payload.map(welcome.defaults());
            payload.flag(welcome.inMavensJvm());
            payload.flag(welcome.barriers());
        } else if (frame instanceof Frame.Refused refused) {
            payload.text(refused.reason());
        } else if (frame instanceof Frame.Launched launched) {
            payload.recipe(launched.recipe());
        } else if (frame instanceof Frame.Found found) {
            payload.tests(found.tests());
        } else if (frame instanceof Frame.Started started) {
            payload.text(started.id().value());
        } else if (frame instanceof Frame.Finished finished) {
            writeOutcome(finished.outcome(), payload);
        } else if (frame instanceof Frame.Request request) {
            payload.tests(request.tests());
            payload.map(request.systemProperties());
            payload.map(request.configurationParameters());
            payload.flag(request.bodies());
            payload.options(request.options());
        } else if (frame instanceof Frame.ClassStarted started) {
            payload.text(started.className());
        } else if (frame instanceof Frame.ClassFinished finished) {
            payload.text(finished.className());
        } else if (frame instanceof Frame.BodyStarted started) {
            payload.text(started.id().value());
        } else if (frame instanceof Frame.BodyFinished finished) {
            payload.text(finished.id().value());
        } else if (frame instanceof Frame.ContainerSession session) {
            payload.text(session.id());
        } else if (frame instanceof Frame.Observed observed) {
            payload.traces(observed.traces());
            payload.texts(List.copyOf(observed.classes()));
        }
    }

    private static void writeOutcome(TestOutcome outcome, PayloadWriter payload) throws IOException {
        payload.text(outcome.id().value());
        payload.text(outcome.status().name());
        payload.number(outcome.duration().toNanos());
        TestFailure failure = outcome.failure();
        if (failure != null) {
            payload.text(failure.type());
            payload.text(failure.message());
            payload.text(failure.stackTrace());
        }
        Duration body = outcome.body();
        payload.flag(body != null);
        if (body != null) {
            payload.number(body.toNanos());
        }
    }
}
