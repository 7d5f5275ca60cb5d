package io.github.testhygiene.postgres.difference;

import io.github.testhygiene.postgres.difference.DifferenceItems.Numbered;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds which rows have to be taken back with which. A row that comes back needs the one that it refers to; a row that
 * goes takes those along that refer to it; and of two rows with the same unique value there can be only one.
 */
public final class RowDependences {

    private final ComparedSchema schema;
    private final RowReader before;
    private final RowReader after;
    private final Map<String, Map<String, Numbered>> were;
    private final Map<String, Map<String, Numbered>> are;
    private final ItemRequirements requirements;

    private RowDependences(ComparedSchema schema, DifferenceItems parts, RowReader before, RowReader after) {
        this.schema = schema;
        this.before = before;
        this.after = after;
        this.were = parts.places(true);
        this.are = parts.places(false);
        this.requirements = new ItemRequirements(parts.all().size());
    }

    static ItemRequirements among(DifferenceItems parts, ComparedSchema schema, RowReader before, RowReader after)
            throws SQLException {
        RowDependences dependences = new RowDependences(schema, parts, before, after);
        for (ForeignKey key : schema.foreignKeys()) {
            dependences.follow(key);
        }
        for (ComparedTable table : schema.tables().values()) {
            for (List<String> unique : schema.uniqueKeys().getOrDefault(table.name(), List.of())) {
                dependences.findRivals(table, unique);
            }
        }
        return dependences.requirements;
    }

    private void follow(ForeignKey key) throws SQLException {
        for (String parent : key.parents()) {
            ComparedTable table = schema.tables().get(parent);
            if (table == null || !(were.containsKey(parent) || are.containsKey(parent))) {
                continue;
            }
            Set<LeftRow> stay = withSameValues(table, key.referenced());
            for (String child : key.children()) {
                pairs(before, key, were.get(child), were.get(parent), child, parent)
                        .forEach(pair -> {
                            if (!stay.contains(pair.parent().row())) {
                                requirements.add(
                                        pair.child().number(), pair.parent().number());
                            }
                        });
                pairs(after, key, are.get(child), are.get(parent), child, parent)
                        .forEach(pair -> {
                            if (!stay.contains(pair.parent().row())) {
                                requirements.add(
                                        pair.parent().number(), pair.child().number());
                            }
                        });
            }
        }
    }

    private record Pair(Numbered child, Numbered parent) {}

    private static List<Pair> pairs(
            RowReader reader,
            ForeignKey key,
            @Nullable Map<String, Numbered> children,
            @Nullable Map<String, Numbered> parents,
            String child,
            String parent)
            throws SQLException {
        List<Pair> pairs = new ArrayList<>();
        if (children == null || parents == null) {
            return pairs;
        }
        String sql =
                "SELECT /* test-hygiene */ c.ctid::text, p.ctid::text FROM ONLY " + child + " c JOIN ONLY " + parent
                        + " p ON " + key.matches("c", "p")
                        + " WHERE c.ctid = ANY (?::text[]::tid[]) AND p.ctid = ANY (?::text[]::tid[])";
        try (PreparedStatement query = reader.connection().prepareStatement(sql)) {
            query.setArray(1, RowReader.array(reader.connection(), children.keySet()));
            query.setArray(2, RowReader.array(reader.connection(), parents.keySet()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Numbered one = children.get(rows.getString(1));
                    Numbered other = parents.get(rows.getString(2));
                    if (one != null && other != null) {
                        pairs.add(new Pair(one, other));
                    }
                }
            }
        }
        return pairs;
    }

    /** Updated rows whose values of these columns are as they were, so that references to them hold either way. */
    private Set<LeftRow> withSameValues(ComparedTable table, List<String> columns) throws SQLException {
        Map<LeftRow, List<@Nullable String>> old = values(before, were, table, columns);
        Set<LeftRow> same = new HashSet<>();
        values(after, are, table, columns).forEach((row, values) -> {
            if (values.equals(old.get(row))) {
                same.add(row);
            }
        });
        return same;
    }

    private void findRivals(ComparedTable table, List<String> unique) throws SQLException {
        if (!were.containsKey(table.name()) || !are.containsKey(table.name())) {
            return;
        }
        Map<List<@Nullable String>, LeftRow> old = new HashMap<>();
        values(before, were, table, unique).forEach((row, values) -> {
            // Where nulls are equal too, the server refuses what is missed here.
            if (!values.contains(null)) {
                old.put(values, row);
            }
        });
        boolean referenced =
                schema.foreignKeys().stream().anyMatch(key -> key.parents().contains(table.name()));
        values(after, are, table, unique).forEach((row, values) -> {
            LeftRow rival = old.get(values);
            if (rival != null && !rival.equals(row)) {
                requirements.add(number(were, rival, true), number(are, row, false));
                if (referenced) {
                    // A row that did not change may refer to the value.
                    requirements.add(number(are, row, false), number(were, rival, true));
                }
            }
        });
    }

    private static int number(Map<String, Map<String, Numbered>> places, LeftRow row, boolean inBefore) {
        Map<String, Numbered> ofTable = places.getOrDefault(row.table().name(), Map.of());
        Numbered numbered = ofTable.get(String.valueOf(row.place(inBefore)));
        if (numbered == null) {
            throw new IllegalArgumentException(
                    "a row without a number in " + row.table().name());
        }
        return numbered.number();
    }

    private static Map<LeftRow, List<@Nullable String>> values(
            RowReader reader, Map<String, Map<String, Numbered>> places, ComparedTable table, List<String> expressions)
            throws SQLException {
        Map<String, Numbered> ofTable = places.getOrDefault(table.name(), Map.of());
        Map<LeftRow, List<@Nullable String>> values = new HashMap<>();
        if (!ofTable.isEmpty()) {
            reader.at(table, ofTable.keySet(), expressions, (place, read) -> {
                Numbered numbered = ofTable.get(place);
                if (numbered != null) {
                    values.put(numbered.row(), read);
                }
            });
        }
        return values;
    }
}
