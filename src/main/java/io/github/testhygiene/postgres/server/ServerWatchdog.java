package io.github.testhygiene.postgres.server;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A small process beside an embedded server that ends it, and removes its folder, when this JVM is killed: it waits for a
 * word on a pipe that only this JVM holds. Where there is no {@code /bin/sh} (Windows) there is none, and the next build
 * does its work.
 */
public final class ServerWatchdog implements AutoCloseable {

    private static final Path SHELL = Path.of("/bin/sh");

    /** Starts the shell in a session of its own, so that nothing that the terminal does reaches it. */
    private static final List<Path> SET_SESSION = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    /** Stands in its command line. */
    static final String NAME = "test-hygiene-watchdog";

    private static final String DONE = "done";
    private static final int EXIT_SECONDS = 5;

    /**
     * $1 is the server's data folder, $2 what to remove. Only a process whose command is that of a server on this folder
     * is ended; while one may be it and cannot be proven to be, nothing is removed.
     */
    private static final String SCRIPT = """
            trap '' HUP INT QUIT TERM
            read -r word
            [ "$word" = done ] && exit 0
            ours() {
              if [ -r "/proc/$pid/cmdline" ]; then
                tr '\\000' '\\n' < "/proc/$pid/cmdline" | {
                  read -r program
                  case $program in postgres|*/postgres) grep -qxF -e "$1" ;; *) false ;; esac
                }
              else
                ps -o args= -p "$pid" 2>/dev/null | grep 'postgres' | grep -qF -e "-D $1"
              fi
            }
            second=0
            while [ "$second" -lt 30 ]; do
              pid=
              [ -r "$1/postmaster.pid" ] && read -r pid < "$1/postmaster.pid"
              case $pid in
                ''|*[!0-9]*) rm -rf -- "$2" ;;
                *)
                  if ! kill -0 "$pid" 2>/dev/null; then
                    rm -rf -- "$2"
                  elif ours "$1"; then
                    case $second in
                      0) kill -INT "$pid" ;;
                      5) kill -QUIT "$pid" ;;
                      8) kill -KILL "$pid" ;;
                    esac
                  fi ;;
              esac
              [ -e "$2" ] || exit 0
              sleep 1
              second=$((second + 1))
            done
            """;

    private final Process process;

    private ServerWatchdog(Process process) {
        this.process = process;
    }

    /**
     * Starts a watchdog.
     *
     * @param files the server's data folder
     * @param folder what to remove after the server has ended
     * @return null where there can be none
     */
    static @Nullable ServerWatchdog start(Path files, Path folder) {
        if (!Files.isExecutable(SHELL)) {
            return null;
        }
        List<String> command = new ArrayList<>();
        SET_SESSION.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(setSession -> command.add(setSession.toString()));
        command.addAll(List.of(SHELL.toString(), "-c", SCRIPT, NAME, files.toString(), folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        try {
            return new ServerWatchdog(builder.start());
        } catch (IOException e) {
            // The server is worth more than what watches it; the next build looks for left-overs.
            return null;
        }
    }

    /** Lets it end without doing anything; to be called after the server has ended. */
    @Override
    public void close() {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write((DONE + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // It has ended: killed by the user, or by what ends all processes of a session.
            process.destroy();
        }
        try {
            if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
