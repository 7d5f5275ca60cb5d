package io.github.testhygiene.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A process id of this machine and of this space of process ids, and the process that has it now. An id alone proves
 * nothing, since ids are used again; an id and a start do.
 *
 * @param pid the process id
 */
public record LocalProcess(long pid) {

    private static final Path PROC = Path.of("/proc");

    /** Of field 22 in {@code /proc/<pid>/stat}, counted from the one behind the command, which may hold spaces. */
    private static final int START_FIELD = 19;

    /** Returns the process of this JVM. */
    public static LocalProcess current() {
        return new LocalProcess(ProcessHandle.current().pid());
    }

    /**
     * Returns whether the process still runs that had this id earlier.
     *
     * @param itsStart whether a start is the one of that process
     */
    public Life life(Predicate<ProcessStart> itsStart) {
        return life(start(), itsStart);
    }

    /**
     * Returns whether the process still runs that had this id earlier, by a start that was noted as a time of day.
     *
     * @param itsStart the time as it was noted
     * @param tolerance by how much the time may have been set since
     */
    public Life life(Instant itsStart, Duration tolerance) {
        return life(startTime(), seen -> Duration.between(seen, itsStart).abs().compareTo(tolerance) <= 0);
    }

    private <T> Life life(Optional<T> start, Predicate<T> itsStart) {
        if (start.isPresent()) {
            return itsStart.test(start.get()) ? Life.RUNS : Life.ENDED;
        }
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() ? Life.UNKNOWN : Life.ENDED;
    }

    /** Returns when the process started that has the id now; empty if there is none, or if the system does not tell. */
    public Optional<ProcessStart> start() {
        if (!Files.isReadable(PROC.resolve("self/stat"))) {
            return startTime().map(ProcessStart.Time::new);
        }
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String[] afterName =
                    stat.substring(stat.lastIndexOf(')') + 1).strip().split("\\s+", -1);
            return Optional.of(new ProcessStart.Ticks(Long.parseLong(afterName[START_FIELD])));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the time of day at which the process started that has the id now; setting the clock moves it. */
    public Optional<Instant> startTime() {
        return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
    }
}
