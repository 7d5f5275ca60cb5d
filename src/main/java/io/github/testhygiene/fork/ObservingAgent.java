package io.github.testhygiene.fork;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Started ahead of an observed re-run; keeps what only an agent is given, and changes no class. */
public final class ObservingAgent {

    // The JVM starts the agent by itself, before anything of ours.
    private static volatile @Nullable Agent current;

    private ObservingAgent() {}

    /**
     * What was given.
     *
     * @param instrumentation knows all loaded classes
     * @param classPath the JVM's class path, before the re-run says what the user's was
     */
    record Agent(Instrumentation instrumentation, String classPath) {}

    /**
     * For the JVM.
     *
     * @param arguments none
     * @param instrumentation knows all loaded classes
     */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        current = new Agent(instrumentation, System.getProperty("java.class.path", ""));
    }

    /** Null where no agent was started. */
    static @Nullable Agent current() {
        return current;
    }
}
