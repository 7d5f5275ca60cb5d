package io.github.testhygiene.fork;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way to {@link JdkInternals}.
 *
 * @param initialised whether a class is initialised
 * @param inThread what a thread has in a thread-local; null if nothing
 */
record JdkInternalsAccess(
        Predicate<Class<?>> initialised, BiFunction<Thread, ThreadLocal<?>, @Nullable Object> inThread) {

    /**
     * Opens it.
     *
     * @throws IOException if our own class cannot be read
     * @throws ReflectiveOperationException if this JDK is another one than we know
     */
    @SuppressWarnings("unchecked") // as the class declares it
    static JdkInternalsAccess open(Instrumentation instrumentation) throws IOException, ReflectiveOperationException {
        Loader loader = new Loader();
        Module itsOwn = loader.getUnnamedModule();
        instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of("jdk.internal.misc", Set.of(itsOwn)),
                Map.of("java.lang", Set.of(itsOwn)),
                Set.of(),
                Map.of());
        Object internals = loader.define().getConstructor().newInstance();
        return new JdkInternalsAccess(
                (Predicate<Class<?>>) internals, (BiFunction<Thread, ThreadLocal<?>, @Nullable Object>) internals);
    }

    private static final class Loader extends ClassLoader {

        private static final String NAME = "io.github.testhygiene.fork.JdkInternals";

        Loader() {
            super("test-hygiene", ClassLoader.getPlatformClassLoader());
        }

        Class<?> define() throws IOException {
            try (InputStream in = JdkInternalsAccess.class.getResourceAsStream("JdkInternals.class")) {
                if (in == null) {
                    throw new FileNotFoundException(NAME);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(NAME, bytes, 0, bytes.length);
            }
        }
    }
}
