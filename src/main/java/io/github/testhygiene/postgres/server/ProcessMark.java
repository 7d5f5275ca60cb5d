package io.github.testhygiene.postgres.server;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process as others can recognise it later: its id, its start, and where that id is valid. A process id alone would
 * not do, since ids are used again, and since containers share folders and engines but no process ids.
 *
 * @param pid the process id
 * @param start the start as the system tells it, in a form that does not depend on the clock where there is one; no spaces
 * @param machine the running system and its process name space; no spaces
 */
public record ProcessMark(long pid, String start, String machine) {

    private static final Path PROC = Path.of("/proc");
    private static final int START_FIELD = 22;
    private static final String SPACES = "\\s+";

    /**
     * This JVM's.
     *
     * @return empty where the system does not tell enough to prove its death later
     */
    public static Optional<ProcessMark> ofThisJvm() {
        return of(ProcessHandle.current().pid());
    }

    private static Optional<ProcessMark> of(long pid) {
        String machine = thisMachine();
        String start = startOf(pid);
        return machine == null || start == null || start.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProcessMark(pid, start, machine));
    }

    /**
     * Reads what {@link #text()} gave.
     *
     * @param text the line, with or without spaces around it
     * @return empty for anything else
     */
    public static Optional<ProcessMark> parse(String text) {
        String[] parts = text.strip().split(SPACES, -1);
        try {
            return parts.length == 3
                    ? Optional.of(new ProcessMark(Long.parseLong(parts[0]), parts[1], parts[2]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * One line for {@link #parse}.
     *
     * @return without a line end
     */
    public String text() {
        return pid + " " + start + " " + machine;
    }

    /**
     * Whether the process certainly no longer runs. False where that cannot be known: on another machine, after another
     * boot, in another container, or where the system does not tell.
     *
     * @return true only if another process, or none, has its id now
     */
    public boolean isProvenDead() {
        if (!machine.equals(thisMachine())) {
            return false;
        }
        String now = startOf(pid);
        return now != null && !now.equals(start);
    }

    /** When a process started; an empty text if there is no such process, null if that cannot be known. */
    private static @Nullable String startOf(long pid) {
        if (!Files.isReadable(PROC.resolve("self/stat"))) {
            ProcessHandle process = ProcessHandle.of(pid).orElse(null);
            if (process == null) {
                return "";
            }
            Instant started = process.info().startInstant().orElse(null);
            return started == null ? null : started.toString();
        }
        try {
            // In ticks since the boot: the same for every reader, and when the clock is set.
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] afterName =
                    stat.substring(stat.lastIndexOf(')') + 1).strip().split(SPACES, -1);
            return afterName[START_FIELD - 3];
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable String thisMachine() {
        try {
            if (Files.isReadable(PROC.resolve("self/stat"))) {
                return Files.readString(PROC.resolve("sys/kernel/random/boot_id"))
                                .strip() + "/" + Files.readSymbolicLink(PROC.resolve("self/ns/pid"));
            }
            String system = System.getProperty("os.name", "").replaceAll(SPACES, "");
            return system + "/" + InetAddress.getLocalHost().getHostName();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
