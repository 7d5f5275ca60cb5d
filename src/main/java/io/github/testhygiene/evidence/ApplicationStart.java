package io.github.testhygiene.evidence;

import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Recording.RecordedLaunch;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a schema that the application sets up when it starts for the first time from one that a test leaves behind: the
 * test during which that happens is no worse than the others.
 */
final class ApplicationStart {

    private static final Set<String> MIGRATION_TABLES =
            Set.of("flyway_schema_history", "databasechangelog", "databasechangeloglock", "schema_version");

    private final Set<TestId> firstTests = new HashSet<>();
    private final Set<String> firstClasses = new HashSet<>();

    ApplicationStart(Recording recording) {
        for (RecordedLaunch launch : recording.launches()) {
            List<TestId> ran = launch.tests().stream()
                    .filter(id -> !skipped(recording.outcomes().get(id)))
                    .toList();
            ran.stream().findFirst().ifPresent(firstTests::add);
            firstOnTheDatabase(recording, ran).ifPresent(firstTests::add);
        }
        recording.tests().stream()
                .filter(test -> firstTests.contains(test.id()))
                .map(RecordedTest::classNames)
                .forEach(firstClasses::addAll);
    }

    /**
     * The first test that reached the database by itself or by its class's fixtures, as far as those before it are known not
     * to have done so: whatever of the application needs the database starts with it.
     */
    private static Optional<TestId> firstOnTheDatabase(Recording recording, List<TestId> ran) {
        Map<TestId, RecordedTest> tests = new HashMap<>();
        recording.tests().forEach(test -> tests.put(test.id(), test));
        Map<String, SpanEvidence> fixtures = new HashMap<>();
        recording.database().fixtures().forEach(each -> fixtures.put(each.className(), each.evidence()));
        for (TestId id : ran) {
            RecordedTest test = tests.get(id);
            SpanEvidence own = recording.database().tests().get(id);
            List<SpanEvidence> seen = test == null
                    ? List.of()
                    : test.classNames().stream()
                            .map(fixtures::get)
                            .filter(Objects::nonNull)
                            .toList();
            if (test == null || own == null || !isKnown(own) || !seen.stream().allMatch(ApplicationStart::isKnown)) {
                return Optional.empty();
            }
            if (reached(own) || seen.stream().anyMatch(ApplicationStart::reached)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private static boolean isKnown(SpanEvidence seen) {
        return seen.sql() != null && seen.unattributed() == null;
    }

    private static boolean reached(SpanEvidence seen) {
        return seen.sql() != null && seen.sql().reached();
    }

    private static boolean skipped(@Nullable TestOutcome outcome) {
        return outcome != null && outcome.status() == TestStatus.SKIPPED;
    }

    /** Whether nothing ran before in the same JVM, or nothing that reached the database, so that what starts there starts now. */
    boolean isFirst(ObservedSpan span) {
        return span.test() == null
                ? firstClasses.contains(span.className())
                : firstTests.contains(span.test().id());
    }

    /** Whether the span's changes to the schema are those of a start: new objects alone, by the first or by a migration. */
    boolean setsUpTheSchema(ObservedSpan span) {
        OtherTraces traces = span.traces();
        return !traces.schema().isEmpty() && createsAlone(traces) && (isFirst(span) || migrates(span));
    }

    /** Whether a table's rows came with the start: a table that the start made, or the migration tool's own. */
    boolean fills(ObservedSpan span, String table) {
        if (isMigrationTable(table)) {
            return createsAlone(span.traces());
        }
        return setsUpTheSchema(span)
                && span.traces().schema().stream()
                        .anyMatch(change -> change.name().equals(table));
    }

    private static boolean createsAlone(OtherTraces traces) {
        return traces.settings().isEmpty()
                && traces.schema().stream().allMatch(change -> change.kind() == SchemaChange.Kind.CREATED);
    }

    private static boolean migrates(ObservedSpan span) {
        return span.evidence().tablesWritten().stream().anyMatch(ApplicationStart::isMigrationTable)
                || span.traces().schema().stream().map(SchemaChange::name).anyMatch(ApplicationStart::isMigrationTable);
    }

    /** Liquibase writes its names in capitals on some settings. */
    private static boolean isMigrationTable(String table) {
        return MIGRATION_TABLES.contains(TableName.parse(table).unqualified().toLowerCase(Locale.ROOT));
    }
}
