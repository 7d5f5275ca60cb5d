package io.github.testhygiene.evidence;

import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.text.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds objects of the schema that are second copies of what another test or fixture created: PostgreSQL numbers the name
 * of an index that a statement leaves open, so that the same script can be executed again and adds a second set.
 */
final class NumberedCopies {

    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)\\d+(\"?)");

    private final List<ObservedSpan> spans;

    /** Among all tests and fixtures. */
    NumberedCopies(List<ObservedSpan> spans) {
        this.spans = spans;
    }

    /**
     * Returns what was observed about the copies, as a sentence.
     *
     * @param span a test or fixture that leaves the schema changed
     * @return empty unless each of its changes is a copy of what one and the same other test or fixture created
     */
    Optional<String> in(ObservedSpan span) {
        Set<String> originals = new HashSet<>();
        for (SchemaChange change : span.traces().schema()) {
            Matcher name = NUMBERED.matcher(change.name());
            if (change.kind() != SchemaChange.Kind.CREATED || !name.matches()) {
                return Optional.empty();
            }
            originals.add(change.type() + " " + name.group(1) + name.group(2));
        }
        if (originals.isEmpty() || !span.traces().settings().isEmpty()) {
            return Optional.empty();
        }
        return spans.stream()
                .filter(other -> !other.equals(span) && created(other).containsAll(originals))
                .findFirst()
                .map(first -> "Each is a second copy of one that " + first.who()
                        + " created, and PostgreSQL numbered its" + " name" + statements(span, first));
    }

    private static Set<String> created(ObservedSpan span) {
        return span.traces().schema().stream()
                .filter(change -> change.kind() == SchemaChange.Kind.CREATED)
                .map(change -> change.type() + " " + change.name())
                .collect(Collectors.toSet());
    }

    private static String statements(ObservedSpan span, ObservedSpan first) {
        SqlUse own = span.evidence().sql();
        SqlUse others = first.evidence().sql();
        if (own == null || others == null || own.ddl() == 0 || own.ddl() != others.ddl()) {
            return "";
        }
        return "; both executed " + Wording.count(own.ddl(), "statement")
                + (own.ddl() == 1 ? " that changes" : " that change")
                + " the schema, as when the application starts a second time";
    }
}
