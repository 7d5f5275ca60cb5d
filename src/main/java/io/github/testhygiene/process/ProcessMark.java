package io.github.testhygiene.process;

import java.util.Optional;

/**
 * A process as others can recognise it later: its id, its start, and where that id is valid. A process id alone would
 * not do, since ids are used again, and since containers share folders and engines but no process ids.
 *
 * @param pid the process id
 * @param start the start as the system tells it, in a form that does not depend on the clock where there is one; no spaces
 * @param machine the running system and its process name space; no spaces
 */
public record ProcessMark(long pid, String start, String machine) {

    /**
     * This JVM's.
     *
     * @return empty where the system does not tell enough to prove its death later
     */
    public static Optional<ProcessMark> ofThisJvm() {
        LocalProcess current = LocalProcess.current();
        return current.start().flatMap(start -> ThisMachine.sinceBoot()
                .map(machine -> new ProcessMark(current.pid(), start.text(), machine)));
    }

    /**
     * Reads what {@link #text()} gave.
     *
     * @param text the line, with or without spaces around it
     * @return empty for anything else
     */
    public static Optional<ProcessMark> parse(String text) {
        String[] parts = text.strip().split("\\s+", -1);
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
        return ThisMachine.sinceBoot().filter(machine::equals).isPresent()
                && new LocalProcess(pid).life(now -> now.text().equals(start)) == Life.ENDED;
    }
}
