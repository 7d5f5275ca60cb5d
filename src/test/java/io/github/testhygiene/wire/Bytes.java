package io.github.testhygiene.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Frames as bytes, and bytes as frames. */
final class Bytes {

    private Bytes() {}

    static byte[] of(List<Frame> frames) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(bytes);
        for (Frame frame : frames) {
            writer.write(frame);
        }
        return bytes.toByteArray();
    }

    /** A tag, a length that may be a lie, and a payload. */
    static byte[] raw(int tag, int length, byte... payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(tag);
        out.writeInt(length);
        out.write(payload);
        return bytes.toByteArray();
    }

    static FrameReader reader(byte... bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes));
    }

    static List<Frame> readAll(byte... bytes) throws IOException {
        FrameReader reader = reader(bytes);
        List<Frame> frames = new ArrayList<>();
        for (Optional<Frame> frame = reader.read(); frame.isPresent(); frame = reader.read()) {
            frames.add(frame.get());
        }
        return frames;
    }
}
