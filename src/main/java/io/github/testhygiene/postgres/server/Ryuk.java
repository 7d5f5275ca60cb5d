package io.github.testhygiene.postgres.server;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ResourceReaper;

/** The helper container that Testcontainers starts beside the first, to remove what a killed JVM leaves behind. */
public final class Ryuk {

    /** As this version of Testcontainers names it; the user may have another by {@code ryuk.container.image}. */
    static final String IMAGE = "testcontainers/ryuk:0.14.0";

    /** The field by which Testcontainers remembers that its hook is registered. */
    static final String MARK_OF_THE_HOOK = "hookIsSet";

    private Ryuk() {}

    /** Pulls its image if it is needed and not there; one try, where Testcontainers would try for two minutes. */
    static void requireImage(Consumer<String> log) {
        if (!disabled()) {
            ContainerImage.require(DockerImageName.parse(IMAGE), log);
        }
    }

    /**
     * Without Ryuk, a shutdown hook of Testcontainers removes what is left. It would stop the server while the runs of an
     * interrupted build still end, and stay registered in a JVM that outlives the build. Our {@link ShutdownActions} remove the
     * container instead, so the hook is marked as set before it is.
     */
    static void leaveTheEndToUs() {
        if (!disabled()) {
            return;
        }
        try {
            Field hookIsSet = ResourceReaper.class.getDeclaredField(MARK_OF_THE_HOOK);
            hookIsSet.setAccessible(true);
            if (hookIsSet.get(ResourceReaper.instance()) instanceof AtomicBoolean mark) {
                mark.set(true);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Another version of Testcontainers keeps its hook, which removes the container, if in another order.
            return;
        }
    }

    private static boolean disabled() {
        return Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
    }
}
