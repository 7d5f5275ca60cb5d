package io.github.testhygiene.postgres.database;

import io.github.testhygiene.model.ClusterChange;
import io.github.testhygiene.postgres.database.ClusterState.Item;
import io.github.testhygiene.postgres.database.ClusterState.Kind;
import io.github.testhygiene.sql.SqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what a server differs from what it was, and the statements that put each item back.
 *
 * @param changes in the order in which they are put back
 */
public record ClusterDifference(List<Change> changes) {

    /** Copies the collections. */
    public ClusterDifference {
        changes = List.copyOf(changes);
    }

    /**
     * One item that is other than it was.
     *
     * @param item which one
     * @param before its value; null if it was not there
     * @param now its value; null if it is gone
     */
    record Change(
            Item item, @Nullable String before, @Nullable String now) {

        /** The statements that put it back; none if there are none. Those of a password hold a secret. */
        List<String> undo() {
            return switch (item.kind()) {
                case PREPARED ->
                    before == null ? List.of("ROLLBACK PREPARED " + SqlText.literal(item.name())) : List.of();
                case SUBSCRIPTION -> before == null ? DatabaseRemoval.dropSubscription(item.name()) : List.of();
                case SLOT ->
                    before == null
                            ? List.of("SELECT pg_drop_replication_slot(" + SqlText.literal(item.name()) + ")")
                            : List.of();
                case DATABASE -> before == null ? List.of(LeftoverDatabases.dropCommand(item.name())) : List.of();
                case TABLESPACE ->
                    before == null ? List.of("DROP TABLESPACE " + SqlText.identifier(item.name())) : List.of();
                case ROLE -> List.of(role());
                case PASSWORD ->
                    List.of("ALTER ROLE " + SqlText.identifier(item.name()) + " PASSWORD "
                            + (before == null ? "NULL" : SqlText.literal(before)));
                case MEMBERSHIP -> membership();
                case SETTING -> List.of(setting());
                case SYSTEM ->
                    List.of("ALTER SYSTEM "
                            + (before == null
                                    ? "RESET " + DatabaseAttributes.settingName(item.setting())
                                    : "SET " + DatabaseAttributes.assignment(item.setting(), before)));
            };
        }

        private String role() {
            String role = "ROLE " + SqlText.identifier(item.name());
            if (before == null) {
                return "DROP " + role;
            }
            return (now == null ? "CREATE " : "ALTER ") + role + " " + before;
        }

        private List<String> membership() {
            String group = SqlText.identifier(item.name());
            String member = SqlText.identifier(item.place());
            List<String> statements = new ArrayList<>();
            if (now != null) {
                statements.add("REVOKE " + group + " FROM " + member);
            }
            if (before != null) {
                statements.add("GRANT " + group + " TO " + member + before);
            }
            return statements;
        }

        private String setting() {
            String database = SqlText.identifier(item.place());
            String who;
            if (item.name().isEmpty()) {
                who = item.place().isEmpty() ? "ALTER ROLE ALL" : "ALTER DATABASE " + database;
            } else {
                who = "ALTER ROLE " + SqlText.identifier(item.name())
                        + (item.place().isEmpty() ? "" : " IN DATABASE " + database);
            }
            return who
                    + (before == null
                            ? " RESET " + DatabaseAttributes.settingName(item.setting())
                            : " SET " + DatabaseAttributes.assignment(item.setting(), before));
        }

        /** In words for a report; passwords are left out. */
        ClusterChange told() {
            String undo = String.join("; ", undo());
            if (item.kind() == Kind.PASSWORD) {
                undo = "ALTER ROLE " + SqlText.identifier(item.name()) + " PASSWORD '...'";
            }
            return new ClusterChange(what(), undo.isEmpty() ? "it cannot be created again by a statement alone" : undo);
        }

        private String what() {
            String did = before == null ? " was created" : now == null ? " was dropped" : " was changed";
            String place = item.place().isEmpty() || OwnNames.isOurs(item.place()) ? "" : " in " + item.place();
            return switch (item.kind()) {
                case PREPARED ->
                    "prepared transaction " + item.name() + place + (before == null ? " was left" : " is gone");
                case SUBSCRIPTION -> "subscription " + item.name() + place + did;
                case SLOT -> "replication slot " + item.name() + place + did;
                case DATABASE -> "database " + item.name() + did;
                case TABLESPACE -> "tablespace " + item.name() + did;
                case ROLE -> "role " + item.name() + did;
                case PASSWORD -> "the password of role " + item.name() + " was changed";
                case MEMBERSHIP ->
                    "role " + item.place() + (now == null ? " is no longer a member of " : " is a member of ")
                            + item.name();
                case SETTING ->
                    "setting " + item.setting() + (item.name().isEmpty() ? "" : " of role " + item.name()) + place
                            + " was changed";
                case SYSTEM -> "ALTER SYSTEM changed " + item.setting();
            };
        }
    }

    /** Compares; what goes away with a role or a database that was created is not listed by itself. */
    static ClusterDifference between(ClusterState before, ClusterState now) {
        Set<Item> items = new HashSet<>(before.values().keySet());
        items.addAll(now.values().keySet());
        List<Change> changes = new ArrayList<>();
        for (Item item : items) {
            Change change =
                    new Change(item, before.values().get(item), now.values().get(item));
            if (!java.util.Objects.equals(change.before(), change.now()) && !isCovered(item, before, now)) {
                changes.add(change);
            }
        }
        changes.sort(Comparator.comparing((Change change) -> change.item().kind())
                .thenComparing(change -> change.item().name())
                .thenComparing(change -> change.item().place())
                .thenComparing(change -> change.item().setting()));
        return new ClusterDifference(changes);
    }

    private static boolean isCovered(Item item, ClusterState before, ClusterState now) {
        return switch (item.kind()) {
            case PASSWORD -> isNew(Kind.ROLE, item.name(), before, now);
            case MEMBERSHIP ->
                isNew(Kind.ROLE, item.name(), before, now) || isNew(Kind.ROLE, item.place(), before, now);
            case SETTING ->
                isNew(Kind.ROLE, item.name(), before, now) || isNew(Kind.DATABASE, item.place(), before, now);
            case PREPARED, SUBSCRIPTION, SLOT, DATABASE, TABLESPACE, ROLE, SYSTEM -> false;
        };
    }

    private static boolean isNew(Kind kind, String name, ClusterState before, ClusterState now) {
        Item item = new Item(kind, name, "", "");
        return !before.values().containsKey(item) && now.values().containsKey(item);
    }

    /** All changes in words. */
    List<ClusterChange> told() {
        return changes.stream().map(Change::told).toList();
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }
}
