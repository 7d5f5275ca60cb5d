package io.github.testhygiene.rerun.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The processes of re-runs that are running just now, so that an interrupted build can end them. */
public final class LiveProcesses implements AutoCloseable {

    private final Set<RerunProcess> running = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile boolean closed;

    RerunProcess start(List<String> command, Map<String, String> environment, Path workingDirectory)
            throws IOException {
        if (closed) {
            throw new IOException("the build is ending");
        }
        RerunProcess process = RerunProcess.start(command, environment, workingDirectory);
        running.add(process);
        if (closed) {
            process.close(); // it was started while the others were being ended
        }
        return process;
    }

    /** Whether the build is ending. */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Whether the build is ending, or is within some time.
     *
     * @param milliseconds how long to wait for that
     */
    public boolean isClosedWithin(long milliseconds) throws InterruptedException {
        return ending.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Ends one process, if it has not ended by itself. */
    void end(RerunProcess process) {
        process.close();
        running.remove(process);
    }

    /** Ends all processes, and starts no more. */
    @Override
    public void close() {
        closed = true;
        ending.countDown();
        running.forEach(RerunProcess::kill); // all at once: the build has little time to end
        running.forEach(RerunProcess::close);
    }
}
