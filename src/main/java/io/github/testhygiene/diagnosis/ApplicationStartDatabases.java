package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import java.util.List;

/**
 * Keeps what an application does when it starts apart from what a culprit leaves. Both are there after the culprit has run
 * alone; after another test has run alone, the first of them is.
 */
final class ApplicationStartDatabases {

    private final Suite all;
    private final RecordedDatabaseUse log;

    ApplicationStartDatabases(Suite all, RecordedDatabaseUse log) {
        this.all = all;
        this.log = log;
    }

    /** Whether a database holds more than the culprits left: tables that were created, or rows of which they know nothing. */
    boolean isStarted(KeptDatabase left, List<TestUnit> culprits) {
        return !left.newTables().isEmpty()
                || left.items().stream().map(LeftItem::object).anyMatch(object -> log.leavesAlone(culprits, object));
    }

    /**
     * The test after which a database is one on which the application has started, and little else: the suspect, if it
     * leaves nothing, else another one that leaves nothing, else the suspect all the same.
     */
    TestUnit starting(Suspect suspect, FoundCulprit culprit) {
        TestUnit unit = suspect.unit();
        return log.onlyStarts(unit)
                ? unit
                : all.units().stream()
                        .filter(each -> !culprit.involves(each) && log.onlyStarts(each))
                        .findFirst()
                        .orElse(unit);
    }

    /** Whether it is certain that a test leaves nothing, so that what its run left is the start. */
    boolean isOnlyStarted(TestUnit unit) {
        return log.onlyStarts(unit);
    }

    /**
     * Those items that may be the culprits'. Rows of two starts can differ too, in their times or random keys for example: in
     * tables of which the culprits know nothing, and rows that were changed or are missing where the culprits only insert.
     */
    List<LeftItem> ofCulprit(List<LeftItem> items, List<TestUnit> culprits) {
        return items.stream()
                .filter(item -> !log.leavesAlone(culprits, item.object()))
                .filter(item -> !isOfRowThatWasThere(item) || !log.onlyInserts(culprits, item.object()))
                .toList();
    }

    private static boolean isOfRowThatWasThere(LeftItem item) {
        return item.kind() == LeftItem.Kind.UPDATED || item.kind() == LeftItem.Kind.DELETED;
    }
}
