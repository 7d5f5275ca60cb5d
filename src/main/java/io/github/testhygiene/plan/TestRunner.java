package io.github.testhygiene.plan;

/** Makes runs. The one effect that planning and diagnosis need, so that they can be tested with a fake. */
@FunctionalInterface
public interface TestRunner {

    /**
     * Executes tests in fresh JVMs on a fresh clone of the database, and waits for the end.
     *
     * @param request what to execute
     * @return what happened; a run that gave no answer is a value, not an exception
     */
    RunResult run(RunRequest request);
}
