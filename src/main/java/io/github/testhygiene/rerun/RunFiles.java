package io.github.testhygiene.rerun;

import io.github.testhygiene.plan.RunRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A run's private copy of the module, until it is given back. */
final class RunFiles implements AutoCloseable {

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
    static @Nullable RunFiles open(@Nullable FileGuard guard) throws IOException {
        ModuleCopies copies = guard == null ? null : guard.copies().orElse(null);
        return guard == null || copies == null ? null : new RunFiles(guard, copies, copies.acquire());
    }

    ModuleCopy copy() {
        return copy;
    }

    void ended(RunRequest request) {
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
