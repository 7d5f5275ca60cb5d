package io.github.testhygiene.evidence;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds tests, and fixtures of classes, that leave schema, settings or roles other than they were. */
final class LeftSchema {

    private static final int NAMED = 5;

    private final ApplicationStart start;

    LeftSchema(ApplicationStart start) {
        this.start = start;
    }

    /** One finding for each test, or class; the most changes first. */
    List<Finding> in(Recording recording) {
        List<ObservedSpan> all = ObservedSpan.all(recording);
        NumberedCopies copies = new NumberedCopies(all);
        return all.stream()
                .filter(span -> size(span) > 0)
                .sorted(Comparator.comparingInt(LeftSchema::size).reversed())
                .map(span -> finding(span, copies.in(span)))
                .toList();
    }

    private static int size(ObservedSpan span) {
        return span.traces().schema().size() + span.traces().settings().size();
    }

    private Finding finding(ObservedSpan span, Optional<String> copies) {
        String changes = Wording.some(changes(span.traces()), NAMED);
        if (start.setsUpTheSchema(span)) {
            String starts = span.test() == null ? " were" : " was";
            return span.finding(
                    Rule.LEAVES_SCHEMA,
                    Severity.INFO,
                    "",
                    "the schema was set up while " + span.who() + starts + " the first to start the application: "
                            + changes,
                    "Nothing has to be mended; a migration in pre-integration-test would let every test start alike.");
        }
        return span.finding(
                Rule.LEAVES_SCHEMA,
                span.leaves() + what(span.traces()) + " changed: " + changes
                        + copies.map(each -> ". " + each).orElse(""),
                copies.isPresent()
                        ? "Give the indexes names and create them with IF NOT EXISTS, or make the schema once, before the first"
                                + " test; test classes that share an application start it once."
                        : "Make the schema once, before the first test, and let tests change rows only; or take the change"
                                + " back in a fixture.");
    }

    private static String what(OtherTraces traces) {
        if (traces.settings().isEmpty()) {
            return "the schema";
        }
        return traces.schema().isEmpty() ? "settings or roles" : "schema and settings";
    }

    /** What is gone hurts most, what is new least. */
    private static List<String> changes(OtherTraces traces) {
        List<String> changes = new ArrayList<>();
        traces.schema().stream()
                .sorted(Comparator.comparing(SchemaChange::kind).reversed())
                .map(change -> change.kind().label() + " " + change.type() + " " + Wording.name(change.name()))
                .forEach(changes::add);
        traces.settings().forEach(setting -> changes.add(Wording.line(setting, 200)));
        return changes;
    }
}
