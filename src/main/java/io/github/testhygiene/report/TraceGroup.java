package io.github.testhygiene.report;

import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.DatabasePhrases;
import io.github.testhygiene.text.PlainText;
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
public record TraceGroup(String title, CappedList<Trace> traces) {

    private static final int TRACES = 20;
    private static final int LEAVERS = 5;

    /**
     * One trace.
     *
     * @param words what was left, fit to be shown
     * @param by who leaves it
     * @param leavers how many they are
     */
    public record Trace(String words, CappedList<TraceOwner> by, int leavers) {}

    /**
     * Sorts by kinds what was left.
     *
     * @param leavers tests and fixtures, in the order in which they ran
     * @return the kinds that occur
     */
    static List<TraceGroup> of(List<TraceOwner> leavers) {
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

    private static CappedList<Trace> grouped(List<TraceOwner> leavers, Function<OtherTraces, List<String>> words) {
        Map<String, List<TraceOwner>> by = new LinkedHashMap<>();
        for (TraceOwner leaver : leavers) {
            words.apply(leaver.traces()).stream().distinct().forEach(each -> by.computeIfAbsent(
                            each, unused -> new ArrayList<>())
                    .add(leaver));
        }
        return sorted(by.entrySet().stream()
                .map(entry -> trace(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** A sequence is told once, from its first value to its last, whoever advanced it. */
    private static CappedList<Trace> sequences(List<TraceOwner> leavers) {
        Map<String, SequenceAdvance> advances = new LinkedHashMap<>();
        Map<String, List<TraceOwner>> by = new LinkedHashMap<>();
        for (TraceOwner leaver : leavers) {
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

    private static Trace trace(String words, List<TraceOwner> leavers) {
        return new Trace(words, CappedList.of(leavers, LEAVERS), leavers.size());
    }

    private static CappedList<Trace> sorted(List<Trace> traces) {
        return CappedList.of(
                traces.stream()
                        .sorted(Comparator.comparingInt(Trace::leavers).reversed())
                        .toList(),
                TRACES);
    }
}
