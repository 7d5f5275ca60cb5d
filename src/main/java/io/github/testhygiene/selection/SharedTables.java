package io.github.testhygiene.selection;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TestId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tests share tables, by what the database saw: one writes what the other writes or names. That both read the same
 * table is no sharing.
 */
final class SharedTables {

    private record Tables(Set<String> written, Set<String> touched) {

        boolean sharedWith(Tables other) {
            return !Collections.disjoint(written, other.touched) || !Collections.disjoint(touched, other.written);
        }
    }

    private final Map<TestId, Tables> known = new HashMap<>();

    /** By the evidence of a reference run, that of class-level fixtures with it. */
    SharedTables(Recording recording) {
        DatabaseEvidence database = recording.database();
        if (database.noChangeLog() != null || database.noStatementLog() != null || !database.reached()) {
            return; // who read is not known, or who wrote, or where the tests have their tables
        }
        Map<String, List<SpanEvidence>> fixtures = database.fixtures().stream()
                .collect(Collectors.groupingBy(
                        FixtureEvidence::className,
                        Collectors.mapping(FixtureEvidence::evidence, Collectors.toList())));
        for (RecordedTest test : recording.tests()) {
            SpanEvidence own = database.tests().get(test.id());
            if (own != null) {
                Set<SpanEvidence> spans = new HashSet<>(Set.of(own));
                test.classNames().forEach(name -> spans.addAll(fixtures.getOrDefault(name, List.of())));
                tables(spans).ifPresent(tables -> known.put(test.id(), tables));
            }
        }
    }

    private static Optional<Tables> tables(Collection<SpanEvidence> spans) {
        Set<String> written = new HashSet<>();
        Set<String> touched = new HashSet<>();
        for (SpanEvidence span : spans) {
            if (span.unattributed() != null) {
                return Optional.empty();
            }
            written.addAll(span.tablesWritten());
            touched.addAll(span.tablesNamed());
        }
        touched.addAll(written);
        return Optional.of(new Tables(written, touched));
    }

    /** Whether the tables of all these tests are known. */
    boolean know(Collection<TestId> tests) {
        return known.keySet().containsAll(tests);
    }

    /** The tests of which it is known that they share a table with one of these; none of these themselves. */
    Set<TestId> sharing(Collection<TestId> with) {
        return matching(with, known.keySet());
    }

    /** The tests of which it is not known that they share no table with one of these. */
    Set<TestId> perhapsSharing(Collection<TestId> with, Collection<TestId> among) {
        if (!know(with)) {
            return without(among, with);
        }
        Set<TestId> perhaps = matching(with, among);
        among.stream().filter(id -> !known.containsKey(id)).forEach(perhaps::add);
        return without(perhaps, with);
    }

    private Set<TestId> matching(Collection<TestId> with, Collection<TestId> among) {
        Set<String> written = new HashSet<>();
        Set<String> touched = new HashSet<>();
        for (TestId id : with) {
            Tables tables = known.get(id);
            if (tables != null) {
                written.addAll(tables.written());
                touched.addAll(tables.touched());
            }
        }
        Tables theirs = new Tables(written, touched);
        Set<TestId> sharing = new HashSet<>();
        for (TestId id : among) {
            Tables tables = known.get(id);
            if (tables != null && tables.sharedWith(theirs)) {
                sharing.add(id);
            }
        }
        return without(sharing, with);
    }

    private static Set<TestId> without(Collection<TestId> some, Collection<TestId> others) {
        Set<TestId> rest = new HashSet<>(some);
        rest.removeAll(Set.copyOf(others));
        return rest;
    }
}
