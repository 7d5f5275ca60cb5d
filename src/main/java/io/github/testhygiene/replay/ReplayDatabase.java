package io.github.testhygiene.replay;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.rerun.run.CloneSource;
import io.github.testhygiene.rerun.run.TemplateClones;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clone of a replayed run, which is kept until this is closed if a person wants to look into it. */
public final class ReplayDatabase implements CloneSource, AutoCloseable {

    private final TemplateClones clones;
    private final boolean keep;
    private @Nullable DatabaseCoordinates kept;

    ReplayDatabase(TemplateClones clones, boolean keep) {
        this.clones = clones;
        this.keep = keep;
    }

    @Override
    public String referenceName() {
        return clones.referenceName();
    }

    @Override
    public DatabaseCoordinates take() {
        return clones.take();
    }

    @Override
    public synchronized void giveBack(DatabaseCoordinates clone) {
        if (keep && kept == null) {
            kept = clone;
        } else {
            clones.giveBack(clone);
        }
    }

    /** The database as the run left it; empty if it is not to be kept, or if there was no run. */
    synchronized Optional<DatabaseCoordinates> kept() {
        return Optional.ofNullable(kept);
    }

    /** From now on it is the user's. */
    synchronized void leave() {
        if (kept != null) {
            clones.databases().leave(kept);
            kept = null;
        }
    }

    /** Drops what is kept and not left. */
    @Override
    public synchronized void close() {
        if (kept != null) {
            try {
                clones.giveBack(kept);
            } catch (ProblemException e) {
                // The end of the session drops what is left and tells of it.
            }
            kept = null;
        }
    }
}
