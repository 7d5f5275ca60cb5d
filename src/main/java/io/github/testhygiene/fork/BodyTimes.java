package io.github.testhygiene.fork;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.wire.Frame;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the tests that are running: how long each test's own method takes, all invocations together, and where
 * it starts and ends. Knows nothing of Jupiter, so that it is there where Jupiter is not.
 */
final class BodyTimes {

    // Jupiter makes the interceptor by itself; a re-run has one measurement for its whole life, any other JVM none.
    private static volatile @Nullable BodyTimes current;

    private final LongSupplier nanos;
    private final Consumer<Frame> boundaries;
    private final Map<String, Body> open = new ConcurrentHashMap<>();

    /**
     * For one test plan.
     *
     * @param nanos the clock
     * @param boundaries is told where bodies start and end, and returns when they may go on; must not throw
     */
    BodyTimes(LongSupplier nanos, Consumer<Frame> boundaries) {
        this.nanos = nanos;
        this.boundaries = boundaries;
    }

    static void set(@Nullable BodyTimes bodyTimes) {
        current = bodyTimes;
    }

    /** What the interceptor tells of bodies; null where nobody measures. */
    static @Nullable BodyTimes current() {
        return current;
    }

    long nanos() {
        return nanos.getAsLong();
    }

    /** A test starts; its fixtures come first. */
    void open(String test) {
        open.put(test, new Body(new TestId(test)));
    }

    /** A test has ended; what is known of its body. */
    Times close(String test) {
        Body body = open.remove(test);
        return body == null ? Times.NONE : body.close();
    }

    /**
     * The body that a method, an invocation or a dynamic test is a part of; null if it belongs to no running test, as
     * when a test executes tests itself.
     */
    @Nullable
    Body of(String uniqueId) {
        for (Map.Entry<String, Body> test : open.entrySet()) {
            // Within a segment of a unique id there is no slash.
            if (uniqueId.equals(test.getKey()) || uniqueId.startsWith(test.getKey() + "/")) {
                return test.getValue();
            }
        }
        return null;
    }

    /**
     * What is known of a test's body at its end.
     *
     * @param body how long it took; null if it was not measured, or never started
     * @param waited how long the test waited at its body's boundaries
     */
    record Times(@Nullable Duration body, Duration waited) {
        private static final Times NONE = new Times(null, Duration.ZERO);
    }

    /**
     * The body of one test. One invocation follows the other, except where one that took too long was given up and is
     * still running: they are one body until the last of them ends, or the test does.
     */
    final class Body {

        private final TestId id;
        private int running;
        private boolean started;
        private boolean closed;
        private long startNanos;
        private long bodyNanos;
        private long waitedNanos;

        private Body(TestId id) {
            this.id = id;
        }

        synchronized void begins() {
            if (closed || running++ > 0) {
                return;
            }
            started = true;
            tell(new Frame.BodyStarted(id));
            startNanos = nanos();
        }

        synchronized void ends() {
            if (!closed && --running == 0) {
                noteEnd();
            }
        }

        private synchronized Times close() {
            if (running > 0) {
                noteEnd();
            }
            closed = true;
            return new Times(started ? Duration.ofNanos(bodyNanos) : null, Duration.ofNanos(waitedNanos));
        }

        private void noteEnd() {
            bodyNanos += nanos() - startNanos;
            tell(new Frame.BodyFinished(id));
        }

        private void tell(Frame frame) {
            long before = nanos();
            boundaries.accept(frame);
            waitedNanos += nanos() - before;
        }
    }
}
