package io.github.testhygiene.fork;

import io.github.testhygiene.model.LeakTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of static fields.
 *
 * @param before as they were before the first test
 * @param after as they are after the last
 */
record FieldChanges(StaticFields before, StaticFields after) {

    /** The classes that were initialised in between: they had no state before. */
    Set<String> newClasses() {
        Set<String> names = new TreeSet<>(after.classes().keySet());
        names.removeAll(before.classes().keySet());
        names.removeIf(name -> after.classes().getOrDefault(name, Map.of()).isEmpty());
        return names;
    }

    /** The fields that differ, of classes that were initialised before. */
    List<LeakTrace> ofOldClasses() {
        List<LeakTrace> traces = new ArrayList<>();
        before.classes()
                .forEach((name, fields) -> fields.forEach((field, then) -> {
                    StaticFields.State now =
                            after.classes().getOrDefault(name, Map.of()).get(field);
                    if (now != null) {
                        trace(name, field, then.value(), now.value()).ifPresent(traces::add);
                    }
                }));
        return traces;
    }

    /**
     * The fields of new classes that differ from what they are when the class is initialised.
     *
     * @param initial the state of a class right after its initialisation, in another class loader
     * @param repeated the same once more: what differs there is as good as random, and says nothing
     */
    List<LeakTrace> ofNewClasses(StaticFields initial, StaticFields repeated) {
        List<LeakTrace> traces = new ArrayList<>();
        for (String name : newClasses()) {
            Map<String, StaticFields.State> now = after.classes().getOrDefault(name, Map.of());
            Map<String, StaticFields.State> first = initial.classes().get(name);
            if (first == null) {
                traces.addAll(ofUnknownBeginnings(name, now));
                continue;
            }
            Map<String, StaticFields.State> second = repeated.classes().getOrDefault(name, first);
            now.forEach((field, state) -> {
                StaticFields.State then = first.get(field);
                StaticFields.State again = second.get(field);
                if (then != null
                        && again != null
                        && then.value().digest() == again.value().digest()) {
                    trace(name, field, then.value().elsewhere(), state.value()).ifPresent(traces::add);
                }
            });
        }
        return traces;
    }

    /** The new classes whose fields differ from an initial state. */
    List<String> differing(StaticFields initial) {
        return newClasses().stream()
                .filter(name -> initial.classes().containsKey(name))
                .filter(name -> !new FieldChanges(
                                new StaticFields(Map.of(name, initial.classes().getOrDefault(name, Map.of()))), after)
                        .ofOldClasses()
                        .isEmpty())
                .toList();
    }

    /** Where nobody knows how they began: those that may have changed, and hold something. */
    private static List<LeakTrace> ofUnknownBeginnings(String name, Map<String, StaticFields.State> now) {
        List<LeakTrace> traces = new ArrayList<>();
        now.forEach((field, state) -> {
            ValueDescription value = state.value();
            boolean mayHaveChanged = !state.constant() || value.kind() == ValueDescription.Kind.MUTABLE;
            if (mayHaveChanged && value.kind() != ValueDescription.Kind.EMPTY) {
                traces.add(new LeakTrace(
                        LeakTrace.Kind.STATIC_FIELD, name + "." + field, null, ValueFormat.under(field, value.text())));
            }
        });
        return traces;
    }

    private static Optional<LeakTrace> trace(String type, String field, ValueDescription then, ValueDescription now) {
        return now.since(then, field)
                .map(trace -> new LeakTrace(trace.kind(), type + "." + field, trace.before(), trace.after()));
    }
}
