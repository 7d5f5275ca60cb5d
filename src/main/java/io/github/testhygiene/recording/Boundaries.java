package io.github.testhygiene.recording;

import io.github.testhygiene.wire.Frame;

/** Does what is to be done at each boundary of the run. */
@FunctionalInterface
public interface Boundaries {

    /** Does nothing. */
    Boundaries NONE = (launch, frame) -> {};

    /**
     * A test JVM has said something. Called in the order of its frames, by one thread for each JVM; the JVM waits for the
     * return where code of its tests comes next. Must not throw.
     *
     * @param launch the JVM's number, from 0 up
     * @param frame what it said
     */
    void passed(int launch, Frame frame);

    /**
     * A test JVM says nothing any more: it has said so, or it is gone. Called after all of its frames. Must not throw.
     *
     * @param launch the JVM's number
     */
    default void ended(int launch) {}
}
