package io.github.testhygiene.fork;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK tells to itself alone: whether a class is initialised, and what a thread has in its thread-locals. Lives in
 * a class loader of its own, since the packages that it needs are opened to its whole module, which must not be the
 * tests'. So it may use nothing but the JDK.
 */
public final class JdkInternals implements Predicate<Class<?>>, BiFunction<Thread, ThreadLocal<?>, @Nullable Object> {

    private final Object unsafe;
    private final Method shouldBeInitialized;
    private final Field threadLocals;
    private final Method getEntry;

    /**
     * For the loader of observed re-runs.
     *
     * @throws ReflectiveOperationException if this JDK is another one than we know
     */
    public JdkInternals() throws ReflectiveOperationException {
        Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
        unsafe = type.getMethod("getUnsafe").invoke(null);
        shouldBeInitialized = type.getMethod("shouldBeInitialized", Class.class);
        threadLocals = Thread.class.getDeclaredField("threadLocals");
        threadLocals.setAccessible(true);
        getEntry = threadLocals.getType().getDeclaredMethod("getEntry", ThreadLocal.class);
        getEntry.setAccessible(true);
    }

    /** Whether a class is initialised. */
    @Override
    public boolean test(Class<?> type) {
        try {
            return Boolean.FALSE.equals(shouldBeInitialized.invoke(unsafe, type));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** What a thread has in a thread-local, without its initial value being made; null if nothing. */
    @Override
    public @Nullable Object apply(Thread thread, ThreadLocal<?> local) {
        try {
            Object values = threadLocals.get(thread);
            Object entry = values == null ? null : getEntry.invoke(values, local);
            if (entry == null) {
                return null;
            }
            Field value = entry.getClass().getDeclaredField("value");
            value.setAccessible(true);
            return value.get(entry);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
