package io.github.testhygiene.fork;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The threads that somebody has started, but for those of the JVM, of JUnit and of ours.
 *
 * @param threads all of them
 */
record LiveThreads(Set<Thread> threads) {

    private static final List<String> OTHERS =
            List.of(TimeLimitedWork.THREADS, "junit-", "ForkJoinPool.commonPool-worker-", "process reaper");
    private static final Set<String> GROUPS = Set.of("system", "InnocuousThreadGroup");

    static LiveThreads now() {
        Set<Thread> threads = new LinkedHashSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            ThreadGroup group = thread.getThreadGroup();
            boolean counts = group != null
                    && !GROUPS.contains(group.getName())
                    && OTHERS.stream().noneMatch(thread.getName()::startsWith);
            if (counts) {
                threads.add(thread);
            }
        }
        return new LiveThreads(threads);
    }

    /**
     * Waits a moment for threads that are just ending.
     *
     * @param before threads that need not end
     * @param milliseconds how long to wait for all of them together
     */
    static LiveThreads settled(LiveThreads before, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        for (Thread thread : now().threads()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left > 0 && !before.threads().contains(thread)) {
                thread.join(left);
            }
        }
        return now();
    }

    /** By name, with a number sign for each number in it. */
    Map<String, String> described() {
        Map<String, List<Thread>> byName = new TreeMap<>();
        threads.forEach(
                thread -> byName.computeIfAbsent(thread.getName().replaceAll("\\d+", "#"), name -> new ArrayList<>())
                        .add(thread));
        Map<String, String> described = new TreeMap<>();
        byName.forEach((name, same) -> described.put(
                name, count(same.size()) + (same.stream().allMatch(Thread::isDaemon) ? " (daemon)" : "")));
        return described;
    }

    static String count(int running) {
        return running == 1 ? "running" : running + " running";
    }
}
