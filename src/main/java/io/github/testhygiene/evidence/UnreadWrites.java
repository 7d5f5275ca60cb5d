package io.github.testhygiene.evidence;

import io.github.testhygiene.model.BodyStatements;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds tests that write and never look at what they wrote. What the application writes when it starts is not theirs. */
final class UnreadWrites {

    private static final int NAMED = 5;

    private UnreadWrites() {}

    private record Writer(RecordedTest test, Set<String> written, Set<String> read) {}

    /** One finding for each test whose own method was measured; those that write most tables first. */
    static List<Finding> in(Recording recording, Map<TestId, BodyStatements> bodies, ApplicationStart start) {
        ApplicationStartWrites writes = new ApplicationStartWrites(recording, bodies, start);
        List<Writer> writers = new ArrayList<>();
        for (RecordedTest test : recording.tests()) {
            BodyStatements body = bodies.get(test.id());
            if (body != null) {
                writers.add(new Writer(test, writes.ownTables(test.id()), body.tablesRead()));
            }
        }
        return writers.stream()
                .filter(writer -> !writer.written().isEmpty())
                .filter(writer -> Collections.disjoint(writer.written(), writer.read()))
                .sorted(Comparator.comparingInt(
                                (Writer writer) -> writer.written().size())
                        .reversed())
                .map(UnreadWrites::finding)
                .toList();
    }

    private static Finding finding(Writer writer) {
        RecordedTest test = writer.test();
        List<String> tables = writer.written().stream().map(Wording::name).toList();
        String unread = tables.size() == 1 ? " and does not read it back" : " and reads none of them back";
        return Findings.of(
                Rule.WRITE_NOT_READ_BACK,
                test.className(),
                test.methodName(),
                Wording.name(test.shortName()) + " writes " + Wording.some(tables, NAMED) + unread,
                "Query what was written and assert on that, after clearing the persistence context if there is one: a"
                        + " return value does not show what the database holds.");
    }
}
