package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** The clones of one run: one for all of its JVMs, or one for each. All are given back at the end. */
public final class RunClones implements AutoCloseable {

    private final CloneSource source;
    private final boolean eachItsOwn;
    private final List<DatabaseCoordinates> taken = new ArrayList<>();

    /** Takes the first one at once: without a clone there is nothing to run. */
    RunClones(CloneSource source, boolean eachItsOwn) {
        this.source = source;
        this.eachItsOwn = eachItsOwn;
        taken.add(source.take());
    }

    /**
     * The clone for a JVM.
     *
     * @param segment which of the run's JVMs it is, from 0, in order
     */
    DatabaseCoordinates of(int segment) {
        if (eachItsOwn && segment == taken.size()) {
            taken.add(source.take());
        }
        return taken.get(eachItsOwn ? segment : 0);
    }

    @Override
    public void close() {
        for (DatabaseCoordinates clone : taken) {
            try {
                source.giveBack(clone);
            } catch (ProblemException e) {
                // The end of the session drops what is left and names it; the run's answer is true all the same.
            }
        }
    }
}
