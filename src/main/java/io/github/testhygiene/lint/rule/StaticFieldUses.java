package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.lint.code.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what the code that tests reach does with static fields of the tests' own. */
final class StaticFieldUses {

    /** A field. */
    private record Key(String owner, String name) {}

    /** Where a field is declared, and whether it holds an object that can change. */
    private record Declared(ClassFile file, boolean isContainer) {}

    private final ClassIndex index;
    private final FieldAccessors accessors;
    private final Map<Key, Optional<Declared>> declaring = new LinkedHashMap<>();
    private final Map<Key, SharedField> fields = new LinkedHashMap<>();

    private StaticFieldUses(ClassIndex index) {
        this.index = index;
        this.accessors = new FieldAccessors(index);
    }

    /** The static fields that can be changed, with those that do and those that look. */
    static Collection<SharedField> touchedBy(TestScope scope) {
        StaticFieldUses all = new StaticFieldUses(scope.index());
        scope.reached().forEach(all::add);
        return all.fields.values();
    }

    private void add(ReachedCode code) {
        Map<Key, List<FieldStep>> steps = new LinkedHashMap<>();
        for (Step step : accessors.seenThrough(code.method())) {
            if (step instanceof Step.FieldUse use && use.isStatic()) {
                declaring(new Key(use.owner(), use.name()))
                        .ifPresent(at -> add(steps, at, use.name(), FieldStep.of(use, at.isContainer())));
            } else if (step instanceof Step.Call call) {
                FieldStep.held(call).forEach(held -> declaring(new Key(held.owner(), held.name()))
                        .ifPresent(at -> add(steps, at, held.name(), FieldStep.of(call, held, at.isContainer()))));
            }
        }
        steps.forEach((key, each) -> shared(key).touches().add(new SharedField.Touch(code, List.copyOf(each))));
    }

    private static void add(Map<Key, List<FieldStep>> steps, Declared at, String name, FieldStep step) {
        if (step.kind() == FieldStep.Kind.NOTHING) {
            return;
        }
        List<FieldStep> known = steps.computeIfAbsent(new Key(at.file().name(), name), each -> new ArrayList<>());
        boolean isIncrement = step.kind() == FieldStep.Kind.COUNT
                && !at.isContainer()
                && !known.isEmpty()
                && known.get(known.size() - 1).kind() == FieldStep.Kind.READ;
        if (isIncrement) {
            // To count, one has to read first.
            known.remove(known.size() - 1);
        }
        known.add(step);
    }

    private SharedField shared(Key key) {
        return fields.computeIfAbsent(key, each -> declaring(key)
                .map(at ->
                        new SharedField(at.file(), at.file().field(key.name()).orElseThrow(), new ArrayList<>()))
                .orElseThrow());
    }

    /** The class that declares a field which can be changed, or whose object can. */
    private Optional<Declared> declaring(Key key) {
        return declaring.computeIfAbsent(key, each -> index.own(key.owner()).stream()
                .flatMap(file -> index.lineage(file).stream())
                .filter(file -> file.field(key.name()).isPresent())
                .findFirst()
                .filter(file -> file.field(key.name()).filter(this::isMutable).isPresent())
                .map(file -> new Declared(
                        file,
                        file.field(key.name())
                                .filter(field -> FieldStep.isContainer(field, index))
                                .isPresent())));
    }

    private boolean isMutable(Field field) {
        // What has an annotation is set by whoever reads the annotation; names with $ are the compiler's.
        boolean isOfTheProject = field.isStatic()
                && !field.isSynthetic()
                && field.name().indexOf('$') < 0
                && field.annotations().stream().allMatch(StaticFieldUses::isOfTheCompiler);
        return isOfTheProject
                && (FieldStep.isContainer(field, index) || (!field.isFinal() && !FieldStep.isOfThread(field)));
    }

    /** Kotlin says at each field whether it may hold null. */
    private static boolean isOfTheCompiler(AnnotationUse use) {
        return use.type().startsWith("org.jetbrains.annotations.");
    }

    /** What a value is read from, if that is a static field. */
    static Optional<Value.FieldValue> field(Value value) {
        return value instanceof Value.FieldValue field && field.isStatic() ? Optional.of(field) : Optional.empty();
    }
}
