package io.github.testhygiene.lint.code;

import java.io.Serial;

/** A class file that cannot be read. */
final class UnreadableClassException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAGIC = 0xCAFEBABE;

    UnreadableClassException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Why, as far as the file's first bytes tell. */
    static String reason(byte[] bytes) {
        if (bytes.length < 8 || number(bytes, 0, 4) != MAGIC) {
            return "it is no class file";
        }
        int major = number(bytes, 6, 2);
        return major > ClassFileReader.newestMajor()
                ? "it is compiled for Java " + (major - 44) + ", and the newest that can be read is Java "
                        + (ClassFileReader.newestMajor() - 44)
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
