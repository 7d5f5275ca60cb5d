package io.github.testhygiene.plan;

import java.util.function.BiFunction;

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

    /**
     * Tells that a run will soon be asked for, while others are still going on. Does nothing by default.
     *
     * @param next the run, or one like it
     */
    default void prepare(RunRequest next) {}

    /** Tells that no run will be asked for soon, so that what was prepared is given back. Does nothing by default. */
    default void rest() {}

    /**
     * Returns a runner that has a guard around each run of this one, and prepares and rests as this one does.
     *
     * @param guard executes a run with the runner that it is given: not at all, once, or again
     * @return a runner for several threads, if this one and the guard are
     */
    default TestRunner guardedBy(BiFunction<RunRequest, TestRunner, RunResult> guard) {
        TestRunner guarded = this;
        return new TestRunner() {
            @Override
            public RunResult run(RunRequest request) {
                return guard.apply(request, guarded);
            }

            @Override
            public void prepare(RunRequest next) {
                guarded.prepare(next);
            }

            @Override
            public void rest() {
                guarded.rest();
            }
        };
    }
}
