package io.github.testhygiene.evidence;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the sequences that the suite advances. */
final class AdvancedSequences {

    private AdvancedSequences() {}

    private record Advance(ObservedSpan span, SequenceAdvance values) {}

    /** One finding for each sequence, about the suite; those that most tests advance first. */
    static List<Finding> in(Recording recording) {
        Map<String, List<Advance>> bySequence = new LinkedHashMap<>();
        for (ObservedSpan span : ObservedSpan.all(recording)) {
            for (SequenceAdvance values : span.traces().sequences()) {
                bySequence
                        .computeIfAbsent(values.sequence(), name -> new ArrayList<>())
                        .add(new Advance(span, values));
            }
        }
        return bySequence.values().stream()
                .sorted(Comparator.comparingInt((List<Advance> advances) -> advances.size())
                        .reversed())
                .map(AdvancedSequences::finding)
                .toList();
    }

    private static Finding finding(List<Advance> advances) {
        Advance first = advances.get(0);
        String sequence = first.values().sequence();
        // Fixtures stand last in the list, whenever they ran; their values would break the tests' line.
        Advance last = advances.stream()
                .filter(each -> each.span().test() != null)
                .reduce((earlier, later) -> later)
                .orElse(advances.get(advances.size() - 1));
        String range = range(first.values().before(), last.values().after());
        String message = Wording.name(sequence) + " is advanced by "
                + (advances.size() == 1
                        ? first.span().who() + range
                        : actors(advances) + range + ", first by "
                                + first.span().who());
        return Findings.of(
                Rule.ADVANCES_SEQUENCE,
                Rule.ADVANCES_SEQUENCE.severity(),
                "",
                null,
                sequence,
                message,
                "Never assert on a generated id: not even a rollback takes a sequence back, so the id depends on the"
                        + " tests before. Compare with the id that was returned.");
    }

    private static String actors(List<Advance> advances) {
        long tests =
                advances.stream().filter(each -> each.span().test() != null).count();
        long classes = advances.size() - tests;
        String fixtures = "the fixtures of " + classes + (classes == 1 ? " class" : " classes");
        if (classes == 0) {
            return Wording.count(tests, "test");
        }
        return tests == 0 ? fixtures : Wording.count(tests, "test") + " and " + fixtures;
    }

    private static String range(@Nullable Long before, @Nullable Long after) {
        if (after == null) {
            return " (set back to its start)";
        }
        return before == null ? " (up to " + after + ")" : " (" + before + " → " + after + ")";
    }
}
