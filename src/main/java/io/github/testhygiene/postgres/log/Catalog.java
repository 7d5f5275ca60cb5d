package io.github.testhygiene.postgres.log;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema of a database at one moment, and what of the server's settings a statement can change.
 *
 * @param objects the objects of the schema, those of PostgreSQL itself and of extensions aside, with a fingerprint of
 *     their definition
 * @param settings settings and roles, with their values
 * @param keys the columns of each table's primary key; tables without one are missing
 * @param tables all tables, partitioned ones besides their partitions, with the number of the transaction that made each;
 *     a table that was dropped and made again has another
 * @param views the tables and views that each view reads directly
 * @param unlogged the names of the unlogged tables among them, of which the change log says nothing
 */
public record Catalog(
        Map<SchemaObject, String> objects,
        Map<String, String> settings,
        Map<String, List<String>> keys,
        Map<String, Long> tables,
        Map<String, Set<String>> views,
        Set<String> unlogged) {

    /** Copies the collections. */
    public Catalog {
        objects = Map.copyOf(objects);
        settings = Map.copyOf(settings);
        keys = Map.copyOf(keys);
        tables = Map.copyOf(tables);
        views = Map.copyOf(views);
        unlogged = Set.copyOf(unlogged);
    }

    /**
     * An object of the schema.
     *
     * @param type what it is, for example {@code table}
     * @param name its name with its schema, as PostgreSQL writes it
     */
    public record SchemaObject(String type, String name) {}
}
