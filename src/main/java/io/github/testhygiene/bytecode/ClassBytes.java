package io.github.testhygiene.bytecode;

import java.io.IOException;
import org.objectweb.asm.ClassReader;

/** Reads the bytes of class files with ASM. */
public final class ClassBytes {

    private ClassBytes() {}

    /**
     * Takes something from a class file.
     *
     * @param <T> what it takes
     */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Reads.
         *
         * @param reader the class file
         * @return what was wanted
         * @throws IOException if it is damaged; any unchecked exception means the same
         */
        T from(ClassReader reader) throws IOException;
    }

    /**
     * Reads a class file.
     *
     * @param bytes its content
     * @param reading takes from it what is wanted
     * @return what was taken
     * @throws UnreadableClassException if it is damaged, or newer than ASM knows
     */
    public static <T> T read(byte[] bytes, Reading<T> reading) throws UnreadableClassException {
        try {
            return reading.from(new ClassReader(bytes));
        } catch (IOException | RuntimeException | AssertionError e) {
            // ASM tells of damaged files by whatever exception it runs into; its analysis also by failed assertions.
            throw new UnreadableClassException(bytes, e);
        }
    }
}
