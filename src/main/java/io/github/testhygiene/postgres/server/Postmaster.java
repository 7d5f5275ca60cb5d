package io.github.testhygiene.postgres.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The main process of a server, found by the file that it keeps beside its databases. */
public final class Postmaster {

    private static final int STOP_SECONDS = 5;
    private static final Path PROC = Path.of("/proc");

    private Postmaster() {}

    /**
     * Ends the server that runs on these files, if one does: politely, then by force. Only a process whose command is that
     * of a server with these files is ended.
     *
     * @param files the server's data folder
     * @return false if a process may be the server and cannot be proven to be: then the files must stay
     */
    static boolean end(Path files) {
        ProcessHandle process = noted(files).orElse(null);
        if (process == null) {
            return true;
        }
        Optional<List<String>> command = command(process);
        if (command.isPresent() && isServerOn(files, command.get())) {
            end(process);
        }
        return command.isPresent() || !process.isAlive();
    }

    private static Optional<ProcessHandle> noted(Path files) {
        try {
            List<String> lines = Files.readAllLines(files.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException | RuntimeException e) {
            // No such file, or one that is just being written: no server to end.
            return Optional.empty();
        }
    }

    /** The program and its arguments; empty where the system does not tell. */
    static Optional<List<String>> command(ProcessHandle process) {
        try {
            // The JDK gives no arguments where it cannot read the link to the program, as for a server that root
            // starts.
            Path folder = PROC.resolve(Long.toString(process.pid()));
            String line = new String(Files.readAllBytes(folder.resolve("cmdline")), StandardCharsets.UTF_8);
            if (line.isEmpty() && hasEnded(Files.readString(folder.resolve("stat")))) {
                return Optional.of(List.of("ended"));
            }
            return line.isEmpty() ? Optional.empty() : Optional.of(Arrays.asList(line.split("\0")));
        } catch (IOException e) {
            ProcessHandle.Info info = process.info();
            return info.command().flatMap(program -> info.arguments()
                    .map(arguments -> Stream.concat(Stream.of(program), Arrays.stream(arguments))
                            .toList()));
        }
    }

    /** In a container whose first process waits for no other, what has ended stays listed. */
    private static boolean hasEnded(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    }

    /** After a crash, the number may belong to any other process. */
    static boolean isServerOn(Path files, List<String> command) {
        Path program = Path.of(command.get(0)).getFileName();
        int option = command.indexOf("-D");
        return program != null
                && List.of("postgres", "postgres.exe").contains(program.toString())
                && option > 0
                && option + 1 < command.size()
                && isSame(files, Path.of(command.get(option + 1)));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.equals(other) || Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(ProcessHandle process) {
        interrupt(process);
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    /** The signal at which a server ends its sessions and itself; at SIGTERM it would wait for them. */
    private static void interrupt(ProcessHandle process) {
        try {
            int code = new ProcessBuilder("/bin/sh", "-c", "kill -INT \"$0\"", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                process.destroy();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
