package io.github.testhygiene.model;

import java.util.List;

/**
 * What a span left on the server besides rows.
 *
 * @param schema objects that were created, changed or dropped
 * @param sequences sequences that were advanced or set
 * @param settings settings of the server, the database or its roles, and roles, that are not as they were; in words
 * @param sessions what sessions still hold
 */
public record OtherTraces(
        List<SchemaChange> schema,
        List<SequenceAdvance> sequences,
        List<String> settings,
        List<OpenSessionState> sessions) {

    /** Nothing was left. */
    public static final OtherTraces NONE = new OtherTraces(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public OtherTraces {
        schema = List.copyOf(schema);
        sequences = List.copyOf(sequences);
        settings = List.copyOf(settings);
        sessions = List.copyOf(sessions);
    }

    /**
     * Whether nothing was left.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
