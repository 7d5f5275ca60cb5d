package io.github.testhygiene.session;

/** How a build ends. */
enum BuildEnd {
    /** By itself. */
    REGULAR,
    /** By a signal: the JVM waits only a few seconds for what runs at its end. */
    INTERRUPTED
}
