package io.github.testhygiene.postgres;

/** Runs an action when the JVM ends, unless it is cancelled before; so an interrupted build leaves nothing behind. */
final class StopOnExit {

    private final Thread hook;

    private StopOnExit(Thread hook) {
        this.hook = hook;
    }

    static StopOnExit register(Runnable action) {
        Thread hook = new Thread(action, "test-hygiene-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return new StopOnExit(hook);
    }

    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException jvmIsEnding) {
            // Then the hook runs, or has run: actions can be run twice.
            return;
        }
    }
}
