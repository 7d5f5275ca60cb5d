package io.github.testhygiene.postgres.difference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers what two databases differ in: a row is an item; where there are too many, those of a table are one. */
public final class DifferenceItems {

    /** If there were more items, the rows of the tables with most of them are taken together. */
    static final int MOST_ITEMS = 2_000;

    /**
     * What one item stands for: rows of one table to which the same happened, or a sequence.
     *
     * @param rows at least one, if there is no sequence
     * @param sequence the sequence, if there are no rows
     */
    record Part(List<LeftRow> rows, Optional<LeftSequence> sequence) {

        Part {
            rows = List.copyOf(rows);
            if (rows.isEmpty() == sequence.isEmpty()) {
                throw new IllegalArgumentException("either rows or a sequence");
            }
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final Set<String> together = new LinkedHashSet<>();

    /** From the rows of each table, and sequences. */
    DifferenceItems(Map<ComparedTable, List<LeftRow>> rows, List<LeftSequence> sequences) {
        long left = rows.values().stream().mapToLong(List::size).sum() + sequences.size();
        List<ComparedTable> largestFirst = rows.keySet().stream()
                .sorted(Comparator.comparingInt((ComparedTable table) -> -size(rows, table)))
                .toList();
        for (ComparedTable table : largestFirst) {
            if (left > MOST_ITEMS) {
                left -= size(rows, table);
                together.add(table.name());
            }
        }
        rows.keySet().stream().sorted(Comparator.comparing(ComparedTable::name)).forEach(table -> add(rows, table));
        sequences.forEach(sequence -> parts.add(new Part(List.of(), Optional.of(sequence))));
    }

    private static int size(Map<ComparedTable, List<LeftRow>> rows, ComparedTable table) {
        return rows.getOrDefault(table, List.of()).size();
    }

    private void add(Map<ComparedTable, List<LeftRow>> rows, ComparedTable table) {
        List<LeftRow> ofTable = rows.getOrDefault(table, List.of());
        if (together.contains(table.name())) {
            ofTable.stream()
                    .collect(Collectors.groupingBy(LeftRow::kind, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(same -> parts.add(new Part(same, Optional.empty())));
        } else {
            ofTable.stream()
                    .sorted(Comparator.comparing(LeftRow::kind))
                    .forEach(row -> parts.add(new Part(List.of(row), Optional.empty())));
        }
    }

    /** The parts; an item's number is its part's index. */
    List<Part> all() {
        return List.copyOf(parts);
    }

    /** The names of the tables whose rows are taken together. */
    Collection<String> together() {
        return together;
    }

    /** The changed rows of each table, by their place in one of the databases, with the number of their item. */
    Map<String, Map<String, Numbered>> places(boolean inBefore) {
        Map<String, Map<String, Numbered>> places = new HashMap<>();
        for (int number = 0; number < parts.size(); number++) {
            for (LeftRow row : parts.get(number).rows()) {
                String place = row.place(inBefore);
                if (place != null) {
                    places.computeIfAbsent(row.table().name(), table -> new LinkedHashMap<>())
                            .put(place, new Numbered(row, number));
                }
            }
        }
        return places;
    }

    /**
     * A row and its item.
     *
     * @param row the row
     * @param number the item's number
     */
    record Numbered(LeftRow row, int number) {}
}
