package io.github.testhygiene.plan;

/** Keeps databases as culprits leave them, for experiments with rows. */
@FunctionalInterface
public interface LeakExperiments {

    /**
     * Makes a run, lets its JVMs end, and keeps its database.
     *
     * @param culprit what to execute
     * @return the database as it is then; to be closed
     */
    KeptDatabase after(RunRequest culprit);
}
