package io.github.testhygiene.plan;

import io.github.testhygiene.model.LeftItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A database as a run left it. Every question is answered on a copy of it. */
public interface KeptDatabase extends AutoCloseable {

    /**
     * How the run ended that left it.
     *
     * @return its result
     */
    RunResult result();

    /**
     * By what it differs from what it was.
     *
     * @return the items, by table; empty if it does not differ, or if that is not known
     */
    List<LeftItem> items();

    /**
     * Why the items are not known, or not all of them.
     *
     * @return a part of a sentence; empty if they are known
     */
    Optional<String> limits();

    /**
     * Why the items are not known, or not all of them, where new objects of the schema are no reason: the rows of a new
     * table are items like all others.
     *
     * @return a part of a sentence; empty if they are known
     */
    Optional<String> limitsBesidesNew();

    /**
     * The tables that are there and were not, as an application creates them when it starts.
     *
     * @return their names as PostgreSQL writes them; empty also if that is not known
     */
    Set<String> newTables();

    /**
     * The same database, compared with another one in place of what it was before the run.
     *
     * @param started how another run left its database; has to stay open as long as the result is used
     * @return a view that has nothing to close
     */
    KeptDatabase comparedWith(KeptDatabase started);

    /**
     * Makes a run on a copy, in JVMs of its own, and keeps the copy.
     *
     * @param request what to execute
     * @return the copy as it is then, compared with this database, which has to stay open; to be closed
     */
    KeptDatabase after(RunRequest request);

    /**
     * Takes items back in a copy, and makes a run there, in JVMs of its own.
     *
     * @param takenBack the numbers of the items, with those that they require
     * @param request what to execute
     * @return what happened; no answer if the items could not be taken back
     */
    RunResult run(Set<Integer> takenBack, RunRequest request);

    /**
     * Writes SQL that a fixture could execute to take items back, by keys.
     *
     * @param takenBack the numbers of the items
     * @return statements in order; empty if rows without keys are among the items, or if there would be too many
     */
    List<String> cleanUp(Set<Integer> takenBack);

    /**
     * Executes SQL in a copy, and makes a run there.
     *
     * @param statements what {@link #cleanUp} wrote
     * @param request what to execute
     * @return what happened; no answer if a statement failed
     */
    RunResult runAfter(List<String> statements, RunRequest request);

    /** Drops it. Never throws. */
    @Override
    void close();
}
