package io.github.testhygiene.sql;

import java.util.List;
import java.util.Set;

/**
 * What a query does with tables.
 *
 * @param written the tables that are changed
 * @param read the tables that are read, and those changed ones whose rows are returned
 * @param calls whether functions are called that may reach data
 * @param createsTable whether it is a SELECT INTO, which makes a table
 * @param createsTemporary whether that table is temporary
 */
record QueryTables(
        Set<List<String>> written,
        Set<List<String>> read,
        boolean calls,
        boolean createsTable,
        boolean createsTemporary) {}
