package io.github.testhygiene.model;

import java.util.Objects;

/**
 * What was observed of the whole reference run, part by part. All of it is about the provided database; what tests do in
 * a database of their own is in none of the parts.
 *
 * @param use whether the tests and their fixtures used the provided database
 * @param statements the statements that they executed
 * @param rows the rows that they left
 * @param schema the changes of the schema that they left
 * @param sequences the sequences that they advanced
 * @param settings the settings and roles that they changed
 * @param sessions the transactions and advisory locks that they left open
 */
public record EvidenceParts(
        Observation use,
        Observation statements,
        Observation rows,
        Observation schema,
        Observation sequences,
        Observation settings,
        Observation sessions) {

    /** Checks that each part is there. */
    public EvidenceParts {
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(statements, "statements");
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(sequences, "sequences");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(sessions, "sessions");
    }
}
