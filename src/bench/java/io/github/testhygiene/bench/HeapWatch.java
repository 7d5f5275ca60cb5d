package io.github.testhygiene.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Looks at the heap after every collection: what is in use then is what is needed, and perhaps some old garbage. */
public final class HeapWatch {

    private final AtomicLong most = new AtomicLong();

    private HeapWatch() {}

    /** Begins to watch. */
    public static HeapWatch start() {
        HeapWatch watch = new HeapWatch();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) ->
                                    watch.note(GarbageCollectionNotificationInfo.from((CompositeData)
                                            notification.getUserData())),
                            notification -> notification
                                    .getType()
                                    .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                            null);
        }
        return watch;
    }

    private void note(GarbageCollectionNotificationInfo collection) {
        long used = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> isHeap(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        most.accumulateAndGet(used, Math::max);
    }

    private static boolean isHeap(String pool) {
        return !pool.contains("Code") && !pool.contains("Meta") && !pool.contains("Class");
    }

    /** The most that was in use after a collection so far, in bytes. */
    public long mostUsed() {
        return most.get();
    }
}
