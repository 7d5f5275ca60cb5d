package io.github.testhygiene.diagnosis;

/** Whether a suspect's outcome in a run is other than the one it has alone. */
enum SuspectEffect {
    /** It is: a victim failed, or a brittle test passed. */
    SHOWN,
    /** It is not. */
    ABSENT,
    /** The run says nothing of the suspect. */
    NO_ANSWER
}
