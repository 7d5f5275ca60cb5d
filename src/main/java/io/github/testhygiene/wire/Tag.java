package io.github.testhygiene.wire;

/** A frame's first byte. */
enum Tag {
    HELLO(1, Frame.Hello.class),
    WELCOME(2, Frame.Welcome.class),
    REFUSED(3, Frame.Refused.class),
    LAUNCHED(4, Frame.Launched.class),
    FOUND(5, Frame.Found.class),
    STARTED(6, Frame.Started.class),
    FINISHED(7, Frame.Finished.class),
    REQUEST(8, Frame.Request.class),
    BYE(9, Frame.Bye.class),
    CLASS_STARTED(10, Frame.ClassStarted.class),
    CLASS_FINISHED(11, Frame.ClassFinished.class),
    BODY_STARTED(12, Frame.BodyStarted.class),
    BODY_FINISHED(13, Frame.BodyFinished.class),
    BARRIER(14, Frame.Barrier.class),
    PROCEED(15, Frame.Proceed.class),
    NEXT_ROUND(16, Frame.NextRound.class),
    OBSERVED(17, Frame.Observed.class),
    CONTAINER_SESSION(18, Frame.ContainerSession.class);

    private final int code;
    private final Class<? extends Frame> type;

    Tag(int code, Class<? extends Frame> type) {
        this.code = code;
        this.type = type;
    }

    int code() {
        return code;
    }

    static Tag of(Frame frame) {
        for (Tag tag : values()) {
            if (tag.type == frame.getClass()) {
                return tag;
            }
        }
        throw new IllegalArgumentException("a frame without a tag: " + frame.getClass());
    }

    static Tag of(int code) throws ProtocolException {
        for (Tag tag : values()) {
            if (tag.code == code) {
                return tag;
            }
        }
        throw new ProtocolException("unknown frame " + code);
    }
}
