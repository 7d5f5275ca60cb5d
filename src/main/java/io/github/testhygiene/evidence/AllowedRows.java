package io.github.testhygiene.evidence;

import io.github.testhygiene.model.TableChange;
import java.util.Objects;

/**
 * A table that is meant to grow.
 *
 * @param table its name as a person writes it in SQL: with or without schema, quoted where it has to be
 * @param most by how many rows one test, or the fixtures of one class, may let it grow; not negative
 * @param reason why; never blank
 */
public record AllowedRows(String table, long most, String reason) {

    /** Checks the number, and that table and reason are there. */
    public AllowedRows {
        if (Objects.requireNonNull(table, "table").isBlank()) {
            throw new IllegalArgumentException("no table is named");
        }
        if (most < 0) {
            throw new IllegalArgumentException("negative number of rows for " + table + ": " + most);
        }
        if (Objects.requireNonNull(reason, "reason").isBlank()) {
            throw new IllegalArgumentException("no reason why " + table + " may grow");
        }
    }

    /** Whether a change is one of this table. */
    boolean names(TableChange change) {
        return TableName.parse(table).names(TableName.parse(change.table()));
    }

    /** Whether rows were added and nothing else happened. */
    static boolean onlyGrows(TableChange change) {
        return change.updated() == 0 && change.deleted() == 0 && !change.truncated();
    }

    /** Whether a change of this table is within the limit. */
    boolean allows(TableChange change) {
        return onlyGrows(change) && change.growth() <= most;
    }
}
