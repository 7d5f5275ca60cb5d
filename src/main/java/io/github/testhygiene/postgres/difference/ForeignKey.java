package io.github.testhygiene.postgres.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A foreign key, those aside that partitions have from the table they are parts of. All names stand as SQL writes them.
 *
 * @param name the constraint's name
 * @param child the table that has it
 * @param childIsPartitioned whether the child's rows are in partitions
 * @param children the child and its partitions
 * @param parent the table that it refers to
 * @param parentIsPartitioned whether the parent's rows are in partitions
 * @param parents the parent and its partitions
 * @param columns the child's columns
 * @param referenced the parent's columns, in the same order
 * @param checkable whether every row of the child has to obey it, and equality is what it asks for
 * @param definition the constraint's definition
 */
public record ForeignKey(
        String name,
        String child,
        boolean childIsPartitioned,
        List<String> children,
        String parent,
        boolean parentIsPartitioned,
        List<String> parents,
        List<String> columns,
        List<String> referenced,
        boolean checkable,
        String definition) {

    /** Copies the collections. */
    public ForeignKey {
        children = List.copyOf(children);
        parents = List.copyOf(parents);
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }

    /** Asks whether a row's columns equal those of the row that it refers to. */
    String matches(String childAlias, String parentAlias) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            equal.add(childAlias + "." + columns.get(i) + " = " + parentAlias + "." + referenced.get(i));
        }
        return String.join(" AND ", equal);
    }

    /** A query for one row that refers to nothing. */
    String violations() {
        String given =
                columns.stream().map(column -> "c." + column + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return "SELECT /* test-hygiene */ 1 FROM " + (childIsPartitioned ? "" : "ONLY ") + child + " c WHERE " + given
                + " AND NOT EXISTS (SELECT FROM " + (parentIsPartitioned ? "" : "ONLY ") + parent + " p WHERE "
                + matches("c", "p") + ") LIMIT 1";
    }
}
