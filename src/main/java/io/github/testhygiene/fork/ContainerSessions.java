package io.github.testhygiene.fork;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ids with which Testcontainers labels the containers of this JVM. Testcontainers is only read where the tests
 * have initialised it themselves: the thread group that its central class opens then is the sign of it.
 */
final class ContainerSessions {

    private static final String CENTRAL_CLASS = "org.testcontainers.DockerClientFactory";
    private static final String THREAD_GROUP = "testcontainers";
    private static final String THREAD_GROUP_FIELD = "TESTCONTAINERS_THREAD_GROUP";
    private static final String ID_FIELD = "SESSION_ID";

    /** Shorter than Testcontainers needs from its initialisation to its first container. */
    private static final long WATCH_MILLIS = 50;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /**
     * Reports ids that have not been reported yet; does nothing where there is none.
     *
     * @param out is called with each of them, once
     */
    void report(Consumer<String> out) {
        Set<ThreadGroup> groups = groups();
        if (groups.isEmpty()) {
            return;
        }
        for (ClassLoader loader : loaders()) {
            String id = id(loader, groups);
            if (id != null && seen.add(id)) {
                out.accept(id);
            }
        }
    }

    /** Reports them from now on as soon as they exist, so that they are known however this JVM ends. */
    void watch(Consumer<String> out) {
        if (ClassLoader.getSystemResource(CENTRAL_CLASS.replace('.', '/') + ".class") == null) {
            return;
        }
        Thread thread = new Thread(() -> watchUntilInterrupted(out), TimeLimitedWork.THREADS + "containers");
        thread.setDaemon(true);
        thread.start();
    }

    private void watchUntilInterrupted(Consumer<String> out) {
        try {
            while (seen.isEmpty()) {
                report(out);
                Thread.sleep(WATCH_MILLIS);
            }
        } catch (InterruptedException | RuntimeException e) {
            // The wire is broken, or the tests end everything: nobody listens any more.
            return;
        }
    }

    private static @Nullable String id(ClassLoader loader, Set<ThreadGroup> groups) {
        try {
            Class<?> central = Class.forName(CENTRAL_CLASS, false, loader);
            // A copy of the class that nobody has used yet has a group that did not exist a moment ago.
            return groups.contains(central.getField(THREAD_GROUP_FIELD).get(null))
                            && central.getField(ID_FIELD).get(null) instanceof String id
                    ? id
                    : null;
        } catch (ReflectiveOperationException | LinkageError e) {
            return null; // another class loader has it, or a version that we do not know
        }
    }

    private static Set<ThreadGroup> groups() {
        ThreadGroup root = root();
        ThreadGroup[] all = new ThreadGroup[root.activeGroupCount() + 16];
        int count = root.enumerate(all);
        Set<ThreadGroup> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < count; i++) {
            if (THREAD_GROUP.equals(all[i].getName())) {
                found.add(all[i]);
            }
        }
        return found;
    }

    private static Set<ClassLoader> loaders() {
        ThreadGroup root = root();
        Thread[] all = new Thread[root.activeCount() + 64];
        int count = root.enumerate(all);
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        loaders.add(ClassLoader.getSystemClassLoader());
        for (int i = 0; i < count; i++) {
            loaders.add(all[i].getContextClassLoader());
        }
        loaders.removeIf(Objects::isNull);
        return loaders;
    }

    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
