package com.example.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

public final class Await {

    private Await() {}

    public static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    public static void settled(String what) {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody waits for " + what, e);
        }
    }
}
