package io.github.testhygiene.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Ends this JVM and the processes that its tests started, when there is no one left who would. */
final class SelfTermination {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final int MAVEN_IS_GONE = 75;
    private static final int KILL_SECONDS = 2;

    private SelfTermination() {}

    /** Ends everything at once; does not return. */
    static void now() {
        try {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            kill();
        } catch (IOException | RuntimeException e) {
            Runtime.getRuntime().halt(MAVEN_IS_GONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(MAVEN_IS_GONE);
    }

    /** A JVM that halts writes its archive of classes first, which takes seconds, and nobody wants it any more. */
    private static void kill() throws IOException, InterruptedException {
        if (Files.isExecutable(SHELL)) {
            new ProcessBuilder(
                            SHELL.toString(),
                            "-c",
                            "kill -KILL " + ProcessHandle.current().pid())
                    .start()
                    .waitFor(KILL_SECONDS, TimeUnit.SECONDS);
        }
    }
}
