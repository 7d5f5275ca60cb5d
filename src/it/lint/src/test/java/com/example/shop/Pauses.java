package com.example.shop;

/** Waits; half of it for unit tests alone. */
final class Pauses {

    private Pauses() {}

    static void shortly() throws InterruptedException {
        Thread.sleep(1);
    }

    static void forUnitTestsAlone() throws InterruptedException {
        Thread.sleep(1);
    }
}
