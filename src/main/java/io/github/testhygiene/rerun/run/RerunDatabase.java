package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.difference.RowDifference;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clone that stayed after its run; compared with an untouched one, or with another one that stayed, when that is first
 * asked for.
 */
public final class RerunDatabase implements KeptDatabase {

    private final RerunExperiments lab;
    private final DatabaseCoordinates left;
    private final RunResult result;
    private final @Nullable RerunDatabase before;
    private final boolean view;
    private @Nullable DatabaseCoordinates untouched;
    private @Nullable RowDifference difference;
    private @Nullable String failure;
    private boolean closed;

    /** A clone of the template after a run. */
    RerunDatabase(RerunExperiments lab, DatabaseCoordinates left, RunResult result) {
        this(lab, left, result, null, false);
    }

    private RerunDatabase(
            RerunExperiments lab,
            DatabaseCoordinates left,
            RunResult result,
            @Nullable RerunDatabase before,
            boolean view) {
        this.lab = lab;
        this.left = left;
        this.result = result;
        this.before = before;
        this.view = view;
    }

    /** Something to do with a copy. */
    @FunctionalInterface
    private interface Preparation {
        void on(DatabaseCoordinates copy) throws SQLException;
    }

    @Override
    public RunResult result() {
        return result;
    }

    @Override
    public List<LeftItem> items() {
        RowDifference known = difference();
        return known == null ? List.of() : known.items();
    }

    @Override
    public synchronized Optional<String> limits() {
        RowDifference known = difference();
        return known == null ? Optional.ofNullable(failure) : known.limits();
    }

    @Override
    public Optional<String> limitsBesidesNew() {
        RowDifference known = difference();
        return known == null ? Optional.ofNullable(failure) : known.limitsBesidesNew();
    }

    @Override
    public Set<String> newTables() {
        RowDifference known = difference();
        return known == null ? Set.of() : known.newTables();
    }

    @Override
    public KeptDatabase comparedWith(KeptDatabase started) {
        return started instanceof RerunDatabase database
                ? new RerunDatabase(lab, left, result, database, true)
                : started; // which says why it is not there
    }

    @Override
    public KeptDatabase after(RunRequest request) {
        DatabaseCoordinates copy = null;
        boolean kept = false;
        try {
            copy = copy();
            KeptDatabase after = new RerunDatabase(lab, copy, lab.on(copy).run(request), this, false);
            kept = true;
            return after;
        } catch (ProblemException e) {
            return new UnavailableDatabase(
                    RerunExperiments.noAnswer("the database could not be copied: " + e.getMessage()));
        } finally {
            if (!kept) {
                drop(copy);
            }
        }
    }

    private synchronized @Nullable RowDifference difference() {
        if (difference == null && failure == null) {
            try {
                requireOpen();
                lab.databases().endSessions(left);
                difference = RowDifference.between(before(), left);
            } catch (SQLException | ProblemException e) {
                failure = "the database could not be compared with what it was: " + e.getMessage();
            }
        }
        return difference;
    }

    private DatabaseCoordinates before() {
        if (before != null) {
            before.requireOpen();
            lab.databases().endSessions(before.left);
            return before.left;
        }
        DatabaseCoordinates fresh = lab.untouched();
        untouched = fresh;
        return fresh;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the database is dropped");
        }
    }

    @Override
    public RunResult run(Set<Integer> takenBack, RunRequest request) {
        RowDifference known = difference();
        if (known == null) {
            return RerunExperiments.noAnswer(String.valueOf(failure));
        }
        return onCopy(request, "the rows could not be taken back: ", copy -> known.takeBack(takenBack, copy));
    }

    @Override
    public RunResult runAfter(List<String> statements, RunRequest request) {
        return onCopy(request, "the clean-up statements failed: ", copy -> Databases.execute(copy, statements));
    }

    private RunResult onCopy(RunRequest request, String failed, Preparation preparation) {
        if (request.experiment().ownDatabases()) {
            throw new IllegalArgumentException("there is one copy, not one for every JVM: " + request.label());
        }
        DatabaseCoordinates copy = null;
        try {
            copy = copy();
            preparation.on(copy);
            return lab.on(copy).run(request);
        } catch (SQLException | ProblemException e) {
            return RerunExperiments.noAnswer(failed + e.getMessage());
        } finally {
            drop(copy);
        }
    }

    private synchronized DatabaseCoordinates copy() {
        requireOpen();
        lab.databases().endSessions(left);
        return lab.databases().copyOf(left);
    }

    @Override
    public List<String> cleanUp(Set<Integer> takenBack) {
        RowDifference known = difference();
        if (known == null) {
            return List.of();
        }
        DatabaseCoordinates copy = null;
        try {
            // Whoever looks into the left database itself keeps others from copying it.
            copy = copy();
            return known.cleanUp(takenBack, copy);
        } catch (SQLException | ProblemException e) {
            return List.of(); // as for rows without keys: the report has no statement then
        } finally {
            drop(copy);
        }
    }

    private void drop(@Nullable DatabaseCoordinates database) {
        if (database != null) {
            try {
                lab.databases().drop(database);
            } catch (ProblemException e) {
                // The end of the session drops what is left and tells of it.
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (!view) {
                drop(left);
            }
            drop(untouched);
        }
    }
}
