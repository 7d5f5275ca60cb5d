package io.github.testhygiene.wire;

import io.github.testhygiene.model.TestId;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.util.Optional;
import java.util.Set;

/** Reads what {@link FrameWriter} wrote. An unknown frame is a protocol error, never skipped. For one thread. */
public final class FrameReader {

    // A recipe is some 100 kB, a plan of 50,000 tests some 20 MB: whatever is larger is garbage.
    private static final int MAXIMUM_LENGTH = 128 * 1024 * 1024;

    // A version, a token and a number; before it, nobody knows who is speaking.
    private static final int MAXIMUM_HELLO = 1024;

    private final DataInputStream in;

    /**
     * Reads from a stream.
     *
     * @param in the stream; not closed by this class
     */
    public FrameReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in));
    }

    /**
     * Waits for the next frame.
     *
     * @return the frame; empty when the stream ended between two frames
     * @throws ProtocolException if what was read is no frame
     * @throws IOException if the stream breaks
     */
    public Optional<Frame> read() throws IOException {
        return read(MAXIMUM_LENGTH);
    }

    /**
     * Waits for the first frame of a connection, which must be small.
     *
     * @return the hello; empty when the stream ended before it
     * @throws ProtocolException if what was read is no hello
     * @throws IOException if the stream breaks
     */
    public Optional<Frame.Hello> readHello() throws IOException {
        Optional<Frame> first = read(MAXIMUM_HELLO);
        if (first.isPresent() && !(first.get() instanceof Frame.Hello)) {
            throw new ProtocolException(
                    "no hello, but " + first.get().getClass().getSimpleName());
        }
        return first.map(Frame.Hello.class::cast);
    }

    private Optional<Frame> read(int maximumLength) throws IOException {
        int code = in.read();
        if (code < 0) {
            return Optional.empty();
        }
        Tag tag = Tag.of(code);
        int length = in.readInt();
        if (length < 0 || length > maximumLength) {
            throw new ProtocolException("a frame of " + length + " bytes");
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException("the stream ended within a frame");
        }
        return Optional.of(parse(tag, new PayloadReader(payload)));
    }

    private static Frame parse(Tag tag, PayloadReader payload) throws IOException {
        try {
            Frame frame =
                    switch (tag) {
                        case HELLO -> new Frame.Hello((int) payload.number(), payload.text(), payload.number());
                        case WELCOME -> new Frame.Welcome(payload.map(), payload.map(), payload.flag(), payload.flag());
                        case REFUSED -> new Frame.Refused(payload.text());
                        case LAUNCHED -> new Frame.Launched(payload.recipe());
                        case FOUND -> new Frame.Found(payload.tests());
                        case STARTED -> new Frame.Started(new TestId(payload.text()));
                        case FINISHED -> new Frame.Finished(payload.outcome());
                        case REQUEST ->
                            new Frame.Request(
                                    payload.tests(), payload.map(), payload.map(), payload.flag(), payload.options());
                        case BYE -> new Frame.Bye();
                        case CLASS_STARTED -> new Frame.ClassStarted(payload.text());
                        case CLASS_FINISHED -> new Frame.ClassFinished(payload.text());
                        case BODY_STARTED -> new Frame.BodyStarted(new TestId(payload.text()));
                        case BODY_FINISHED -> new Frame.BodyFinished(new TestId(payload.text()));
                        case BARRIER -> new Frame.Barrier();
                        case PROCEED -> new Frame.Proceed();
                        case NEXT_ROUND -> new Frame.NextRound();
                        case OBSERVED -> new Frame.Observed(payload.traces(), Set.copyOf(payload.texts()));
                        case CONTAINER_SESSION -> new Frame.ContainerSession(payload.text());
                    };
            payload.end();
            return frame;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            ProtocolException broken = new ProtocolException("a broken " + tag + " frame: " + e);
            broken.initCause(e);
            throw broken;
        }
    }
}
