package io.github.testhygiene.rerun.files;

import io.github.testhygiene.plan.RunRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A run's private copy of the module, until it is given back. */
public final class RunFiles implements AutoCloseable {

    private final FileGuard guard;
    private final ModuleCopies copies;
    private final ModuleCopy copy;
    private boolean closed;

    private RunFiles(FileGuard guard, ModuleCopies copies, ModuleCopy copy) {
        this.guard = guard;
        this.copies = copies;
        this.copy = copy;
    }

    /** Takes a copy; null if runs work in the module's own folder. */
    public static @Nullable RunFiles open(@Nullable FileGuard guard) throws IOException {
        ModuleCopies copies = guard == null ? null : guard.copies().orElse(null);
        return guard == null || copies == null ? null : new RunFiles(guard, copies, copies.acquire());
    }

    /**
     * Returns the private copy of the module.
     *
     * @return the copy; given back when this is closed
     */
    public ModuleCopy copy() {
        return copy;
    }

    /**
     * Notes what a run has left in the copy.
     *
     * @param request the run
     */
    public void ended(RunRequest request) {
        try {
            guard.leftInCopy(request, copy.changes());
        } catch (IOException e) {
            return; // then no test is reported for it, and the run's answer is true all the same
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            copies.release(copy);
        }
    }
}
