package com.example;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Two tests in two threads wait for each other, so that they certainly run at the same time. */
final class Meeting {

    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    private Meeting() {}

    static void begin() {
        await();
    }

    static void end() {
        await();
    }

    private static void await() {
        try {
            BOTH.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
