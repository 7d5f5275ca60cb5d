package io.github.testhygiene.bytecode;

import java.io.IOException;
import java.io.Serial;
import org.objectweb.asm.Opcodes;

/** A class file that is damaged, or newer than ASM knows. */
public final class UnreadableClassException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAGIC = 0xCAFEBABE;
    private static final int NEWEST_MAJOR = Opcodes.V28 & 0xFFFF;

    /** The difference between a format's number and the Java that it is of. */
    private static final int BEFORE_JAVA = 44;

    UnreadableClassException(byte[] bytes, Throwable cause) {
        super(reason(bytes), cause);
    }

    /** Returns why, as far as the file's first bytes say. */
    private static String reason(byte[] bytes) {
        if (bytes.length < 8 || number(bytes, 0, 4) != MAGIC) {
            return "it is no class file";
        }
        int major = number(bytes, 6, 2);
        return major > NEWEST_MAJOR
                ? "it is compiled for Java " + (major - BEFORE_JAVA) + ", and the newest that can be read is Java "
                        + (NEWEST_MAJOR - BEFORE_JAVA)
                : "it is damaged";
    }

    private static int number(byte[] bytes, int from, int count) {
        int value = 0;
        for (int index = from; index < from + count; index++) {
            value = (value << 8) | (bytes[index] & 0xFF);
        }
        return value;
    }
}
