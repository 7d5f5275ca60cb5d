package io.github.testhygiene.plan;

/** Is told of every run, from the threads that make them. */
public interface RunListener {

    /**
     * A run starts.
     *
     * @param number its number
     * @param request what is to be executed
     */
    void started(int number, RunRequest request);

    /**
     * A run has ended.
     *
     * @param run what it showed
     */
    void finished(CompletedRun run);
}
