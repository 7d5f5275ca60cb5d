package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.LeakExperiments;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import java.util.List;
import java.util.Set;

/** Databases as runs left them, whose runs are numbered and counted like all others. */
final class KeptDatabases {

    private final LeakExperiments lab;
    private final SearchRuns searchRuns;

    /** With the laboratory that makes them. */
    KeptDatabases(LeakExperiments lab, SearchRuns searchRuns) {
        this.lab = lab;
        this.searchRuns = searchRuns;
    }

    /**
     * Makes a run and keeps its database.
     *
     * @throws SearchRuns.Ended if there is no time left
     */
    KeptDatabase after(RunRequest request) {
        return kept(request, lab);
    }

    /**
     * Makes a run on a copy of a database that was kept, and keeps that as well.
     *
     * @throws SearchRuns.Ended if there is no time left
     */
    KeptDatabase after(KeptDatabase first, RunRequest request) {
        return kept(request, first::after);
    }

    private KeptDatabase kept(RunRequest request, LeakExperiments lab) {
        KeptDatabase[] kept = new KeptDatabase[1];
        try {
            searchRuns.make(request, each -> {
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
     * @throws SearchRuns.Ended if there is no time left
     */
    RunResult run(KeptDatabase database, Set<Integer> takenBack, RunRequest request) {
        return searchRuns.make(request, each -> database.run(takenBack, each)).result();
    }

    /**
     * Makes a run on a copy after some statements.
     *
     * @throws SearchRuns.Ended if there is no time left
     */
    RunResult runAfter(KeptDatabase database, List<String> statements, RunRequest request) {
        return searchRuns
                .make(request, each -> database.runAfter(statements, each))
                .result();
    }
}
