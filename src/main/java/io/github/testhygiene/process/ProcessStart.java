package io.github.testhygiene.process;

import java.time.Instant;

/** When a process started, in the most exact form that the system has. */
public sealed interface ProcessStart {

    /** Returns the form for files and labels; without spaces. */
    String text();

    /** Returns the form for names, which have to be short. */
    long number();

    /**
     * A start by the clock of the kernel: the same for every reader, and when the time of day is set.
     *
     * @param sinceBoot ticks
     */
    record Ticks(long sinceBoot) implements ProcessStart {

        @Override
        public String text() {
            return Long.toString(sinceBoot);
        }

        @Override
        public long number() {
            return sinceBoot;
        }
    }

    /**
     * A start by the time of day, where there is nothing better.
     *
     * @param instant the time
     */
    record Time(Instant instant) implements ProcessStart {

        @Override
        public String text() {
            return instant.toString();
        }

        @Override
        public long number() {
            return instant.getEpochSecond();
        }
    }
}
