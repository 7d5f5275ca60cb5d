package io.github.testhygiene.rerun.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The process of a re-run. It and whatever it started end with {@link #close()}, at the latest. */
public final class RerunProcess implements AutoCloseable {

    /** How long it may take to end. */
    public static final Duration EXIT = Duration.ofSeconds(10);

    /** How long it may take to end if it writes an archive before. */
    static final Duration WRITING = Duration.ofSeconds(90);

    /** A process that was killed is gone at once, unless the system is busy with its memory. */
    private static final long KILLED_SECONDS = 2;

    /** The exit code of a process that was killed. */
    private static final int KILLED = 137;

    /** What is killed may have just started another one. */
    private static final int ROUNDS = 5;

    private final Process process;
    private final RunMark mark;
    private final OutputTail output;

    private RerunProcess(Process process, RunMark mark) {
        this.process = process;
        this.mark = mark;
        this.output = new OutputTail(process.getInputStream());
    }

    static RerunProcess start(List<String> command, Map<String, String> environment, Path workingDirectory)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingDirectory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        RunMark mark = RunMark.random();
        builder.environment().put(RunMark.VARIABLE, mark.value());
        Process process = builder.start();
        process.getOutputStream().close();
        return new RerunProcess(process, mark);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Lets the process end by itself; shutdown hooks take their time.
     *
     * @param limit how long it may take
     */
    void awaitExit(Duration limit) throws InterruptedException {
        process.waitFor(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
    }

    /**
     * The exit code of a process that has ended or is about to.
     *
     * @param limit how long it may take before it is killed
     */
    public int exitCode(Duration limit) throws InterruptedException {
        awaitExit(limit);
        close();
        return process.isAlive() ? KILLED : process.exitValue();
    }

    /**
     * Returns the end of what the process has printed, once it has ended.
     *
     * @return a few lines; empty if it printed none
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public String outputTail() throws InterruptedException {
        return output.text();
    }

    /** Kills it and what it started, and does not wait for that. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        awaitEnd(process.toHandle());
        // Those whose parent is gone, or that have made themselves independent of it.
        List<ProcessHandle> left = mark.processes();
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(RerunProcess::awaitEnd);
            left = mark.processes();
        }
    }

    /** Only then has it released its files. Not waitFor: an interrupted thread has to clean up, too. */
    private static void awaitEnd(ProcessHandle ended) {
        ended.onExit()
                .completeOnTimeout(ended, KILLED_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
