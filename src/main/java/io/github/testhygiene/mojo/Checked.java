package io.github.testhygiene.mojo;

import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.plan.CompletedRun;
import java.util.List;

/**
 * What checking came to.
 *
 * @param runs every run, the reference run first
 * @param verdicts one for each selected test, in the reference order
 */
record Checked(List<CompletedRun> runs, List<Verdict> verdicts) {

    Checked {
        runs = List.copyOf(runs);
        verdicts = List.copyOf(verdicts);
    }
}
