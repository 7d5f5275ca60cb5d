package io.github.testhygiene.rerun.run;

import java.util.Set;
import java.util.concurrent.locks.Lock;

/** The other modules of a build, which use the same server. Its methods are called from several threads. */
public interface OtherModules {

    /**
     * Whether one of them is being provisioned, or its own tests may be running.
     *
     * @return true if so
     */
    boolean useTheServer();

    /**
     * How often one of them began to be provisioned.
     *
     * @return a number that only grows
     */
    int begun();

    /**
     * The databases that were made for their tests.
     *
     * @return their names
     */
    Set<String> databases();

    /**
     * None of them begins to be provisioned while this is held.
     *
     * @return a lock, to be held for a moment
     */
    Lock beginning();
}
