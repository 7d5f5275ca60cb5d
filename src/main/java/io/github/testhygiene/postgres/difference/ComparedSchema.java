package io.github.testhygiene.postgres.difference;

import java.util.List;
import java.util.Map;

/**
 * What has to be known of a database's schema to compare its rows and to write them back.
 *
 * @param tables ordinary tables, partitions and materialized views, by name
 * @param uniqueKeys what has to be unique in a table, by the table's name: each a list of SQL expressions
 * @param foreignKeys between these tables
 * @param sequences the names of all sequences
 */
public record ComparedSchema(
        Map<String, ComparedTable> tables,
        Map<String, List<List<String>>> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<String> sequences) {

    /** Copies the collections. */
    public ComparedSchema {
        tables = Map.copyOf(tables);
        uniqueKeys = Map.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        sequences = List.copyOf(sequences);
    }
}
