package io.github.testhygiene.recording;

import org.jspecify.annotations.Nullable;

/** Closes what may be closed already. */
final class QuietClose {

    private QuietClose() {}

    static void close(@Nullable AutoCloseable resource) {
        if (resource != null) {
            try {
                resource.close();
            } catch (Exception e) {
                // A connection that cannot be closed is closed already.
                return;
            }
        }
    }
}
