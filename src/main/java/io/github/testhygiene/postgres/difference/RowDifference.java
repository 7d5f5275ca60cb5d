package io.github.testhygiene.postgres.difference;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.LeftItem.Kind;
import io.github.testhygiene.postgres.difference.DifferenceItems.Part;
import io.github.testhygiene.postgres.log.Catalog;
import io.github.testhygiene.postgres.log.CatalogReader;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.FailureReason;
import io.github.testhygiene.sql.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows and sequences by which a database differs from what it was, as items that can be taken back in copies of it.
 * Read once, when it is made; only {@link #takeBack} and {@link #cleanUp} look into the databases again.
 */
public final class RowDifference {

    private static final int NAMED_LIMITS = 5;

    private final DatabaseCoordinates before;
    private final ComparedSchema schema;
    private final List<Part> parts;
    private final List<LeftItem> items;
    private final List<String> limits;
    private final List<String> news;
    private final Set<String> newTables;

    private RowDifference(
            DatabaseCoordinates before,
            ComparedSchema schema,
            List<Part> parts,
            List<LeftItem> items,
            List<String> limits,
            List<String> news,
            Set<String> newTables) {
        this.before = before;
        this.schema = schema;
        this.parts = List.copyOf(parts);
        this.items = List.copyOf(items);
        this.limits = List.copyOf(limits);
        this.news = List.copyOf(news);
        this.newTables = Set.copyOf(newTables);
    }

    /**
     * Compares two databases of one server.
     *
     * @param before the database as it was; it has to stay as it is as long as items are taken back
     * @param after the database as it was left, which was a copy of the other
     * @return what differs in tables of at most 200,000 rows; if that is more than 2,000 items, the rows of the tables
     *     with most of them are one item each, for inserted, updated and deleted ones
     * @throws SQLException if one of them cannot be read
     */
    public static RowDifference between(DatabaseCoordinates before, DatabaseCoordinates after) throws SQLException {
        try (Connection first = Connections.open(before);
                Connection second = Connections.open(after);
                RowReader old = new RowReader(first);
                RowReader left = new RowReader(second)) {
            Catalog oldCatalog = CatalogReader.read(first);
            Catalog leftCatalog = CatalogReader.read(second);
            List<String> news = SchemaDifference.news(oldCatalog, leftCatalog);
            List<String> limits = new ArrayList<>(SchemaDifference.between(oldCatalog, leftCatalog));
            ComparedSchema oldSchema = ComparedSchemaReader.read(first);
            ComparedSchema schema = ComparedSchemaReader.read(second);
            Map<ComparedTable, List<LeftRow>> rows = rows(oldSchema, schema, old, left, limits);
            DifferenceItems parts = new DifferenceItems(rows, sequences(oldSchema, schema, old, left, limits));
            parts.together().forEach(table -> limits.add("the rows of " + table + " are taken back together"));
            ItemRequirements requirements = RowDependences.among(parts, schema, old, left);
            List<LeftItem> items = items(parts.all(), requirements, new RowDescriptions(old, left));
            Set<String> newTables = new TreeSet<>(schema.tables().keySet());
            newTables.removeAll(oldSchema.tables().keySet());
            return new RowDifference(before, schema, parts.all(), items, limits, news, newTables);
        }
    }

    private static Map<ComparedTable, List<LeftRow>> rows(
            ComparedSchema oldSchema, ComparedSchema schema, RowReader old, RowReader left, List<String> limits)
            throws SQLException {
        TableComparison comparison = new TableComparison(old, left);
        Map<ComparedTable, List<LeftRow>> rows = new HashMap<>();
        for (String name : new TreeSet<>(schema.tables().keySet())) {
            ComparedTable table = schema.tables().get(name);
            ComparedTable was = oldSchema.tables().get(name);
            if (table == null || table.columns().isEmpty()) {
                continue;
            }
            try {
                if (was == null) {
                    add(rows, limits, table, comparison.allOf(table));
                } else if (was.columns().equals(table.columns())) {
                    add(rows, limits, table, comparison.compare(table));
                } else {
                    limits.add("the columns of " + name + " are others than before");
                }
            } catch (SQLException e) {
                limits.add(unreadable(name, e, old, left));
            } catch (TableComparison.TooLarge e) {
                limits.add(name + " has more than " + TableComparison.MOST_ROWS + " rows and was not compared");
            }
        }
        return rows;
    }

    private static List<LeftSequence> sequences(
            ComparedSchema oldSchema, ComparedSchema schema, RowReader old, RowReader left, List<String> limits)
            throws SQLException {
        try {
            return LeftSequence.between(old.connection(), left.connection(), oldSchema.sequences(), schema.sequences());
        } catch (SQLException e) {
            limits.add(unreadable("one of the sequences", e, old, left));
            return List.of();
        }
    }

    /** What the role may not read is named, and the rest is compared. */
    private static String unreadable(String what, SQLException refused, RowReader old, RowReader left)
            throws SQLException {
        if (!SqlStates.notAllowed(refused)) {
            throw refused;
        }
        old.connection().rollback();
        left.connection().rollback();
        return what + " cannot be read (" + FailureReason.deepest(refused) + ")";
    }

    private static void add(
            Map<ComparedTable, List<LeftRow>> rows, List<String> limits, ComparedTable table, List<LeftRow> found) {
        if (found.isEmpty()) {
            return;
        }
        if (table.view()) {
            limits.add("materialized view " + table.name() + " has other rows");
        } else {
            rows.put(table, found);
        }
    }

    private static List<LeftItem> items(List<Part> parts, ItemRequirements requirements, RowDescriptions descriptions)
            throws SQLException {
        Map<ComparedTable, List<LeftRow>> single = new HashMap<>();
        for (Part part : parts) {
            if (part.rows().size() == 1) {
                LeftRow row = part.rows().get(0);
                single.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row);
            }
        }
        Map<LeftRow, String> texts = new HashMap<>();
        for (Map.Entry<ComparedTable, List<LeftRow>> table : single.entrySet()) {
            texts.putAll(descriptions.of(table.getKey(), table.getValue()));
        }
        List<LeftItem> items = new ArrayList<>();
        for (int number = 0; number < parts.size(); number++) {
            items.add(item(number, parts.get(number), texts, requirements.of(number)));
        }
        return items;
    }

    private static LeftItem item(int number, Part part, Map<LeftRow, String> texts, Set<Integer> requires) {
        Optional<LeftSequence> sequence = part.sequence();
        if (sequence.isPresent()) {
            return new LeftItem(
                    number, Kind.SEQUENCE, sequence.get().name(), sequence.get().text(), requires);
        }
        LeftRow first = part.rows().get(0);
        String text = texts.getOrDefault(first, part.rows().size() + " rows");
        return new LeftItem(number, first.kind(), first.table().name(), text, requires);
    }

    /**
     * By what the databases differ.
     *
     * @return rows by table, then sequences
     */
    public List<LeftItem> items() {
        return items;
    }

    /**
     * What the items do not say: changes of the schema, tables that were not compared, rows that are taken together.
     *
     * @return a part of a sentence; empty if there is nothing of the kind
     */
    public Optional<String> limits() {
        return sentence(limits);
    }

    /**
     * The same, where new objects of the schema are no limits.
     *
     * @return a part of a sentence; empty if there is nothing of the kind
     */
    public Optional<String> limitsBesidesNew() {
        return sentence(limits.stream().filter(limit -> !news.contains(limit)).toList());
    }

    /**
     * The tables that were not there before.
     *
     * @return their names as PostgreSQL writes them
     */
    public Set<String> newTables() {
        return newTables;
    }

    private static Optional<String> sentence(List<String> limits) {
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        int hidden = limits.size() - NAMED_LIMITS;
        String named = String.join(", ", limits.subList(0, Math.min(limits.size(), NAMED_LIMITS)));
        return Optional.of(hidden > 0 ? named + ", and " + hidden + " more" : named);
    }

    /**
     * Takes items back in a copy of the database as it was left, in one transaction. Triggers and cascades do not act;
     * every constraint holds afterwards.
     *
     * @param numbers the items' numbers, with those that they require
     * @param copy a copy in which nothing was changed
     * @throws SQLException if the server refuses, or if a foreign key would be violated; then nothing is taken back
     */
    public void takeBack(Set<Integer> numbers, DatabaseCoordinates copy) throws SQLException {
        List<LeftRow> rows = new ArrayList<>();
        List<LeftSequence> sequences = new ArrayList<>();
        for (Part part : chosen(numbers)) {
            rows.addAll(part.rows());
            part.sequence().ifPresent(sequences::add);
        }
        RowReversal.apply(before, copy, rows, sequences, schema.foreignKeys());
    }

    /**
     * Writes SQL for a fixture that takes items back by their keys.
     *
     * @param numbers the items' numbers
     * @param copy a copy of the database as it was left, in which nothing was changed
     * @return at most 10 statements, each with at most 50 rows; empty if there would be more, or longer ones, if a table
     *     has no primary key, or if a secret would have to be written down
     * @throws SQLException if the rows cannot be read
     */
    public List<String> cleanUp(Set<Integer> numbers, DatabaseCoordinates copy) throws SQLException {
        boolean insertFirst = numbers.stream()
                .map(items::get)
                .filter(item -> item.kind() == Kind.INSERTED)
                .flatMap(item -> item.requires().stream())
                .anyMatch(required -> items.get(required).kind() == Kind.UPDATED);
        try (Connection first = Connections.open(before);
                Connection second = Connections.open(copy);
                RowReader old = new RowReader(first);
                RowReader left = new RowReader(second)) {
            return new CleanUpStatements(schema.foreignKeys(), old, left, insertFirst).of(chosen(numbers));
        }
    }

    private List<Part> chosen(Set<Integer> numbers) {
        return new TreeSet<>(numbers).stream().map(parts::get).toList();
    }
}
