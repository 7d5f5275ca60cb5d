package io.github.testhygiene.selection;

import io.github.testhygiene.advice.SelectionAdvice;
import io.github.testhygiene.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs {@code git} so that it answers in the same words everywhere, asks nobody anything, and changes nothing. */
final class GitCommand {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A hook sets them, for another folder than the one that is asked about. */
    private static final List<String> OF_HOOKS =
            List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR");

    private final String program;
    private final Path folder;
    private final Duration limit;

    /**
     * What a command answered.
     *
     * @param exit its exit code
     * @param out what it printed
     * @param error its complaints
     */
    record Answer(int exit, String out, String error) {

        boolean succeeded() {
            return exit == 0;
        }

        /** What was printed, without white space around it. */
        String line() {
            return out.strip();
        }

        /** What was printed with {@code -z}. */
        List<String> parts() {
            return out.isEmpty() ? List.of() : List.of(out.split("\0"));
        }
    }

    GitCommand(Path folder) {
        this("git", folder, LIMIT);
    }

    GitCommand(String program, Path folder, Duration limit) {
        this.program = program;
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * Runs a command that must succeed.
     *
     * @throws ProblemException if it does not
     */
    Answer demand(String... arguments) {
        Answer answer = run(arguments);
        if (!answer.succeeded()) {
            String said = answer.error().isBlank()
                    ? "exit code " + answer.exit()
                    : answer.error().strip();
            throw new ProblemException(SelectionAdvice.gitFailed(String.join(" ", arguments), said));
        }
        return answer;
    }

    /**
     * Runs a command.
     *
     * @throws ProblemException if it cannot be started, or takes longer than the limit
     */
    Answer run(String... arguments) {
        Process process = start(arguments);
        try {
            process.getOutputStream().close();
            CompletableFuture<String> out = reading(process.getInputStream());
            CompletableFuture<String> error = reading(process.getErrorStream());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(SelectionAdvice.gitFailed(
                        String.join(" ", arguments), "no answer within " + limit.toSeconds() + " seconds"));
            }
            return new Answer(
                    process.exitValue(),
                    out.get(limit.toMillis(), TimeUnit.MILLISECONDS),
                    error.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(SelectionAdvice.gitFailed(String.join(" ", arguments), "interrupted"), e);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new ProblemException(
                    SelectionAdvice.gitFailed(String.join(" ", arguments), String.valueOf(e.getMessage())), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program, "--no-pager", "-c", "diff.relative=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        OF_HOOKS.forEach(environment::remove);
        environment.put("LC_ALL", "C");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        // To look must not write: another git may be at work.
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ProblemException(SelectionAdvice.noGit(String.valueOf(e.getMessage())), e);
        }
    }

    /** In a thread of its own: the common pool is also that of other plugins, and may have one thread only. */
    private static CompletableFuture<String> reading(InputStream in) {
        return CompletableFuture.supplyAsync(() -> text(in), work -> {
            Thread thread = new Thread(work, "test-hygiene-git");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
