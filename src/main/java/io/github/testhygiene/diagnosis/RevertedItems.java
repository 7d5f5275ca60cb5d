package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.TestUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a suspect, in a JVM of its own, undid something of what a culprit had left in the database: by its
 * application's start, by the fixtures of its class, or itself. What the culprit's own start had created and filled is
 * not the culprit's.
 */
final class RevertedItems {

    private final RecordedDatabaseUse log;
    private final List<TestUnit> culprits;
    private final TestUnit suspect;

    RevertedItems(RecordedDatabaseUse log, List<TestUnit> culprits, TestUnit suspect) {
        this.log = log;
        this.culprits = culprits;
        this.suspect = suspect;
    }

    /**
     * The table or sequence in which something may have been undone.
     *
     * @param first as the culprit left the database, compared with what it was before
     * @param second as the suspect left it thereafter, compared with {@code first}
     * @return empty if everything that the culprit left is still there
     */
    Optional<String> object(KeptDatabase first, KeptDatabase second) {
        return second.items().stream()
                .filter(item -> !log.leavesAlone(culprits, item.object()))
                .filter(item -> mayUndo(item, first))
                .map(LeftItem::object)
                .findFirst();
    }

    private boolean mayUndo(LeftItem item, KeptDatabase first) {
        boolean known = first.limitsBesidesNew().isEmpty();
        return switch (item.kind()) {
            case INSERTED -> mayRestore(item, first, known);
            case UPDATED, DELETED -> !known || knows(first, item, LeftItem.Kind.INSERTED, LeftItem.Kind.UPDATED);
            case SEQUENCE -> (!known || moved(first, item.object())) && !log.advances(List.of(suspect), item.object());
        };
    }

    /** A row that appears may be one that the culprit had deleted; in a table that the start fills only the log tells. */
    private boolean mayRestore(LeftItem item, KeptDatabase first, boolean known) {
        if (known && !first.newTables().contains(item.object())) {
            return knows(first, item, LeftItem.Kind.DELETED);
        }
        return !log.onlyInserts(culprits, item.object());
    }

    private static boolean moved(KeptDatabase first, String sequence) {
        // A sequence of which nothing is said stands where it stood, or is new.
        return first.items().stream().anyMatch(item -> item.object().equals(sequence))
                || first.limits().isPresent();
    }

    /** Whether one of some kinds of change happened to the row, as far as words tell rows apart. */
    private static boolean knows(KeptDatabase database, LeftItem item, LeftItem.Kind... kinds) {
        Set<LeftItem.Kind> wanted = Set.of(kinds);
        return database.items().stream()
                .filter(each -> wanted.contains(each.kind()) && each.object().equals(item.object()))
                .anyMatch(each -> maybeSame(each.text(), item.text()));
    }

    /** A changed row is named by its key, and then it is said what changed; long texts are cut. */
    private static boolean maybeSame(String one, String other) {
        return one.endsWith("…") || other.endsWith("…") || key(one).equals(key(other));
    }

    private static String key(String text) {
        int end = text.indexOf(": ");
        return end < 0 ? text : text.substring(0, end);
    }
}
