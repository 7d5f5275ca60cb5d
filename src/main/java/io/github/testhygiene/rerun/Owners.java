package io.github.testhygiene.rerun;

import java.time.Instant;

/** Tells by process id and start time whether the build that made a folder still runs. */
final class Owners {

    private static final String UNKNOWN = "-";

    private Owners() {}

    /** This process, in one line. */
    static String self() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + " " + started(self);
    }

    /** Whether a process lives; true as well if that cannot be told. */
    static boolean lives(String line) {
        String[] words = line.strip().split(" ", -1);
        if (words.length != 2 || !words[0].matches("\\d{1,18}")) {
            return true;
        }
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> words[1].equals(UNKNOWN)
                        || started(process).equals(words[1])
                        || started(process).equals(UNKNOWN))
                .isPresent();
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse(UNKNOWN);
    }
}
