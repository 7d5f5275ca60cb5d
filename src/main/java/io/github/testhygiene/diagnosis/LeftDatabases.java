package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.plan.LeakLab;
import io.github.testhygiene.plan.LeftDatabase;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import java.util.List;
import java.util.Set;

/** Databases as runs left them, whose runs are numbered and counted like all others. */
final class LeftDatabases {

    private final LeakLab lab;
    private final Trials trials;

    /** With the laboratory that makes them. */
    LeftDatabases(LeakLab lab, Trials trials) {
        this.lab = lab;
        this.trials = trials;
    }

    /**
     * Makes a run and keeps its database.
     *
     * @throws Trials.Ended if there is no time left
     */
    LeftDatabase after(RunRequest request) {
        return kept(request, lab);
    }

    /**
     * Makes a run on a copy of a database that was kept, and keeps that as well.
     *
     * @throws Trials.Ended if there is no time left
     */
    LeftDatabase after(LeftDatabase first, RunRequest request) {
        return kept(request, first::after);
    }

    private LeftDatabase kept(RunRequest request, LeakLab lab) {
        LeftDatabase[] kept = new LeftDatabase[1];
        try {
            trials.make(request, each -> {
                kept[0] = lab.after(each);
                return kept[0].result();
            });
        } catch (RuntimeException e) {
            if (kept[0] != null) {
                kept[0].close();
            }
            throw e;
        }
        return kept[0];
    }

    /** Whether a run got to its end. */
    static boolean completed(RunResult result) {
        return result.exit() instanceof RunExit.Completed;
    }

    /**
     * Makes a run on a copy in which items were taken back.
     *
     * @throws Trials.Ended if there is no time left
     */
    RunResult run(LeftDatabase database, Set<Integer> takenBack, RunRequest request) {
        return trials.make(request, each -> database.run(takenBack, each)).result();
    }

    /**
     * Makes a run on a copy after some statements.
     *
     * @throws Trials.Ended if there is no time left
     */
    RunResult runAfter(LeftDatabase database, List<String> statements, RunRequest request) {
        return trials.make(request, each -> database.runAfter(statements, each)).result();
    }
}
