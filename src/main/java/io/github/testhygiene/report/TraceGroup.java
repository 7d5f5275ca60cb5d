package io.github.testhygiene.report;

import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.report.text.Capped;
import io.github.testhygiene.report.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One kind of traces other than rows, with those who leave them. Public for the templates alone.
 *
 * @param title what kind it is
 * @param traces the traces, the most frequent first
 */
public record TraceGroup(String title, Capped<Trace> traces) {

    private static final int TRACES = 20;
    private static final int LEAVERS = 5;

    /**
     * One trace.
     *
     * @param words what was left, fit to be shown
     * @param by who leaves it
     * @param leavers how many they are
     */
    public record Trace(String words, Capped<Leaver> by, int leavers) {}

    /**
     * Sorts by kinds what was left.
     *
     * @param leavers tests and fixtures, in the order in which they ran
     * @return the kinds that occur
     */
    static List<TraceGroup> of(List<Leaver> leavers) {
        List<TraceGroup> groups = List.of(
                new TraceGroup("Schema changes", grouped(leavers, traces -> traces.schema().stream()
                        .map(DatabasePhrases::schema)
                        .toList())),
                new TraceGroup("Sequences advanced", sequences(leavers)),
                new TraceGroup("Settings and roles changed", grouped(leavers, traces -> traces.settings().stream()
                        .map(setting -> PlainText.joined(setting, 300))
                        .toList())),
                new TraceGroup("Sessions left", grouped(leavers, traces -> traces.sessions().stream()
                        .map(DatabasePhrases::session)
                        .toList())));
        return groups.stream().filter(group -> !group.traces().isEmpty()).toList();
    }

    private static Capped<Trace> grouped(List<Leaver> leavers, Function<OtherTraces, List<String>> words) {
        Map<String, List<Leaver>> by = new LinkedHashMap<>();
        for (Leaver leaver : leavers) {
            words.apply(leaver.traces()).stream().distinct().forEach(each -> by.computeIfAbsent(
                            each, unused -> new ArrayList<>())
                    .add(leaver));
        }
        return sorted(by.entrySet().stream()
                .map(entry -> trace(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** A sequence is told once, from its first value to its last, whoever advanced it. */
    private static Capped<Trace> sequences(List<Leaver> leavers) {
        Map<String, SequenceAdvance> advances = new LinkedHashMap<>();
        Map<String, List<Leaver>> by = new LinkedHashMap<>();
        for (Leaver leaver : leavers) {
            for (SequenceAdvance advance : leaver.traces().sequences()) {
                String name = advance.sequence();
                SequenceAdvance first = advances.getOrDefault(name, advance);
                advances.put(name, new SequenceAdvance(name, first.before(), advance.after()));
                by.computeIfAbsent(name, unused -> new ArrayList<>()).add(leaver);
            }
        }
        return sorted(advances.values().stream()
                .map(advance ->
                        trace(DatabasePhrases.sequence(advance), by.getOrDefault(advance.sequence(), List.of())))
                .toList());
    }

    private static Trace trace(String words, List<Leaver> leavers) {
        return new Trace(words, Capped.of(leavers, LEAVERS), leavers.size());
    }

    private static Capped<Trace> sorted(List<Trace> traces) {
        return Capped.of(
                traces.stream()
                        .sorted(Comparator.comparingInt(Trace::leavers).reversed())
                        .toList(),
                TRACES);
    }
}
