package com.example.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

public class TimingExtension implements BeforeEachCallback, AfterEachCallback {

    private static final Map<String, Long> SLOWEST = new ConcurrentHashMap<>();

    private long start;

    @Override
    public void beforeEach(ExtensionContext context) {
        start = System.nanoTime();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        long taken = System.nanoTime() - start;
        SLOWEST.merge(context.getUniqueId(), taken, Math::max);
        if (taken > 5_000_000_000L) {
            System.err.println("slow: " + context.getDisplayName() + " took " + taken / 1_000_000 + " ms");
        }
    }
}
