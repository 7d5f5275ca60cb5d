package io.github.testhygiene.postgres.server;

/**
 * Takes what has to be done when the build ends before the owner of a resource has closed it. So a server that is still
 * starting is ended, too, when the build is interrupted.
 */
@FunctionalInterface
public interface ShutdownActions {

    /** Ends nothing: the caller closes what it starts, and it outlives a JVM that is interrupted. */
    ShutdownActions NONE = (what, step) -> () -> {};

    /**
     * Registers a step. If the end has begun already, runs the step at once.
     *
     * @param what what the step ends, as a noun for a message
     * @param step ends it; may be called from any thread, and also when the owner is ending it just now
     * @return the registration, to be cancelled by the owner that has ended it
     * @throws io.github.testhygiene.model.ProblemException if the end has begun
     */
    Registration register(String what, Runnable step);

    /** A step that was registered. */
    @FunctionalInterface
    interface Registration {

        /** Forgets the step; a second call does nothing. */
        void cancel();
    }
}
