package io.github.testhygiene.rerun.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Drains what a JVM prints, however much it is, and keeps the end of it. */
public final class OutputTail {

    private static final int KEPT_BYTES = 16 * 1024;

    private final byte[] kept = new byte[KEPT_BYTES];
    private long total;
    private final Thread thread;

    OutputTail(InputStream in) {
        thread = new Thread(() -> drain(in), "test-hygiene-output");
        thread.setDaemon(true);
        thread.start();
    }

    private void drain(InputStream in) {
        byte[] buffer = new byte[8 * 1024];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                keep(buffer, read);
            }
        } catch (IOException e) {
            // The process was ended while it printed: what there is, is kept.
        }
    }

    private synchronized void keep(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            kept[(int) (total++ % KEPT_BYTES)] = bytes[i];
        }
    }

    /** The last lines, after the process has ended. */
    String text() throws InterruptedException {
        thread.join(1_000);
        synchronized (this) {
            int length = (int) Math.min(total, KEPT_BYTES);
            byte[] ordered = new byte[length];
            for (int i = 0; i < length; i++) {
                ordered[i] = kept[(int) ((total - length + i) % KEPT_BYTES)];
            }
            return new String(ordered, StandardCharsets.UTF_8);
        }
    }
}
