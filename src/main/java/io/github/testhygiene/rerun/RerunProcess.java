package io.github.testhygiene.rerun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The process of a re-run. It and whatever it started end with {@link #close()}, at the latest. */
final class RerunProcess implements AutoCloseable {

    /** How long it may take to end. */
    static final long EXIT_SECONDS = 10;

    /** How long it may take to end if it writes an archive before. */
    static final long WRITING_SECONDS = 90;

    private final Process process;
    private final OutputTail output;

    private RerunProcess(Process process) {
        this.process = process;
        this.output = new OutputTail(process.getInputStream());
    }

    static RerunProcess start(List<String> command, Map<String, String> environment, Path workingDirectory)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingDirectory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new RerunProcess(process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets the process end by itself; shutdown hooks take their time. */
    void awaitExit(long seconds) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.waitFor(seconds, TimeUnit.SECONDS);
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** The exit code of a process that has ended or is about to. */
    int exitCode() throws InterruptedException {
        awaitExit(EXIT_SECONDS);
        close();
        return process.waitFor();
    }

    String outputTail() throws InterruptedException {
        return output.text();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        // Only then has it let go of its files. Not waitFor: an interrupted thread has to clean up, too.
        process.onExit()
                .completeOnTimeout(process, EXIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
