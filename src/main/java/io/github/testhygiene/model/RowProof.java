package io.github.testhygiene.model;

import java.util.List;

/**
 * Which rows carry a dependence, shown by taking rows back between the culprit and the suspect: without the needed ones
 * the suspect's outcome is what it is alone, however many harmless ones stay.
 *
 * @param needed the smallest set that was found, by table or sequence; not empty
 * @param harmless what else was left, by table or sequence
 * @param cleanUp statements that take the needed ones back; executed between culprit and suspect they had that effect.
 *     Empty if no statement by keys could be written, or if it did not help
 * @param runs how many runs it took
 */
public record RowProof(List<Part> needed, List<Part> harmless, List<String> cleanUp, int runs) {

    /** Copies the lists. */
    public RowProof {
        needed = List.copyOf(needed);
        harmless = List.copyOf(harmless);
        cleanUp = List.copyOf(cleanUp);
        if (needed.isEmpty()) {
            throw new IllegalArgumentException("a proof without rows");
        }
    }

    /**
     * What was left in one table, or one sequence.
     *
     * @param object the table's or sequence's name
     * @param kind what happened to the rows
     * @param count how many rows; 1 for a sequence
     * @param sample some of them, at most 5, for example {@code id 17}
     */
    public record Part(String object, LeftItem.Kind kind, int count, List<String> sample) {

        /** Copies the list. */
        public Part {
            sample = List.copyOf(sample);
        }
    }
}
