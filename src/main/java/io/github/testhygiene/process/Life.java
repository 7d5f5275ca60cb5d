package io.github.testhygiene.process;

/** What is known about a process that was seen earlier. */
public enum Life {
    /** It still runs. */
    RUNS,
    /** It has ended: no process has its id, or one that started at another time. */
    ENDED,
    /** It belongs to another machine, container, boot or user, or the system does not tell. */
    UNKNOWN
}
