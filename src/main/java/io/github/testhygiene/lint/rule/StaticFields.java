package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.Reached;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.lint.code.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what the code that tests reach does with static fields of the tests' own. */
final class StaticFields {

    /**
     * What one method does with one field.
     *
     * @param code the method
     * @param steps what concerns the field, in order
     */
    record Touch(Reached code, List<FieldStep> steps) {}

    /**
     * A field and all that is done with it.
     *
     * @param file its class
     * @param field the field
     * @param touches each method once
     */
    record Shared(ClassFile file, Field field, List<Touch> touches) {

        private static final Set<Role> RESETTING = Set.of(Role.BEFORE_EACH, Role.AFTER_EACH, Role.CONSTRUCTION);

        /** Whether what is executed around each test sets the field, or empties what it holds. */
        boolean isResetByFixture() {
            return touches.stream()
                    .filter(touch -> touch.code().roles().stream().anyMatch(RESETTING::contains))
                    .flatMap(touch -> touch.steps().stream())
                    .anyMatch(step -> step.kind() == FieldStep.Kind.WRITE || step.kind() == FieldStep.Kind.RESET);
        }

        /** Whether nobody but one method touches it, with the lambdas and local classes in it. */
        boolean isOfOneMethod() {
            return touches.stream()
                            .filter(touch -> touch.code().roles().contains(Role.TEST))
                            .map(StaticFields::written)
                            .distinct()
                            .count()
                    < 2;
        }

        /** Whether a test leaves the field, or what it holds, other than it was. */
        boolean isLeft(Touch touch) {
            if (!touch.code().roles().contains(Role.TEST) || isSetUpOnce(touch)) {
                return false;
            }
            FieldStep last = null;
            for (FieldStep step : touch.steps()) {
                last = step.kind() == FieldStep.Kind.READ ? last : step;
            }
            return last != null && last.leaves();
        }

        /** A value that is made when it is first needed is the same for all. */
        private static boolean isSetUpOnce(Touch touch) {
            boolean isRead = false;
            for (FieldStep step : touch.steps()) {
                if (step.kind() == FieldStep.Kind.READ) {
                    isRead = true;
                } else if (!isRead || !step.conditional() || step.isComputedFromItself()) {
                    return false;
                }
            }
            return true;
        }

        /** Whether a test sees what another left: it looks before it sets the field itself. */
        boolean isSeen(Touch touch) {
            if (!touch.code().roles().contains(Role.TEST)
                    || isSetUpOnceIn(touch)
                    || isSequence(touch)
                    || isSetAround(touch)
                    || isSetByCall(touch)) {
                return false;
            }
            for (FieldStep step : touch.steps()) {
                if (step.kind() == FieldStep.Kind.READ && !isOwnKey(step, touch)) {
                    return !isCountedTwice(touch);
                }
                boolean sets = step.kind() == FieldStep.Kind.WRITE || step.kind() == FieldStep.Kind.RESET;
                if (sets && !step.conditional()) {
                    return false;
                }
            }
            return false;
        }

        private static boolean isSetUpOnceIn(Touch touch) {
            return isSetUpOnce(touch) && touch.steps().stream().anyMatch(step -> step.kind() != FieldStep.Kind.READ);
        }

        /** Who counts up and looks wants another number each time. */
        private static boolean isSequence(Touch touch) {
            return touch.steps().stream().allMatch(FieldStep::isOfCounter)
                    && touch.steps().stream().anyMatch(step -> step.kind() == FieldStep.Kind.COUNT);
        }

        /** A method that it calls sets the field. */
        private boolean isSetByCall(Touch touch) {
            Set<MethodRef> called =
                    touch.code().method().calls().map(Step.Call::target).collect(Collectors.toSet());
            return touches.stream()
                    .filter(other -> called.contains(other.code().method().ref()))
                    .anyMatch(Shared::sets);
        }

        private static boolean sets(Touch touch) {
            return touch.steps().stream()
                    .anyMatch(step -> !step.conditional()
                            && (step.kind() == FieldStep.Kind.WRITE || step.kind() == FieldStep.Kind.RESET));
        }

        /** The method around a lambda sets the field. */
        private boolean isSetAround(Touch touch) {
            return touches.stream()
                    .filter(other ->
                            !other.equals(touch) && StaticFields.written(other).equals(StaticFields.written(touch)))
                    .anyMatch(Shared::sets);
        }

        /** What a method looks up by a key that it has put there itself. */
        private static boolean isOwnKey(FieldStep read, Touch touch) {
            return read.key() != null
                    && touch.steps().stream()
                            .anyMatch(step -> step.kind() == FieldStep.Kind.CHANGE
                                    && read.key().equals(step.key()));
        }

        /** Who counts before and after is not disturbed by what others counted. */
        private static boolean isCountedTwice(Touch touch) {
            return touch.steps().stream().allMatch(FieldStep::isOfCounter)
                    && touch.steps().stream()
                                    .filter(step -> step.kind() == FieldStep.Kind.READ)
                                    .count()
                            > 1;
        }
    }

    /** A field. */
    private record Key(String owner, String name) {}

    /** Where a field is declared, and whether it holds an object that can change. */
    private record Declared(ClassFile file, boolean isContainer) {}

    private final ClassIndex index;
    private final Map<Key, Optional<Declared>> declaring = new LinkedHashMap<>();
    private final Map<Key, Shared> fields = new LinkedHashMap<>();

    private StaticFields(ClassIndex index) {
        this.index = index;
    }

    /** The static fields that can be changed, with those that do and those that look. */
    static Collection<Shared> touchedBy(TestScope scope) {
        StaticFields all = new StaticFields(scope.index());
        scope.reached().forEach(all::add);
        return all.fields.values();
    }

    private void add(Reached code) {
        Map<Key, List<FieldStep>> steps = new LinkedHashMap<>();
        for (Step step : code.method().steps()) {
            if (step instanceof Step.FieldUse use && use.isStatic()) {
                declaring(new Key(use.owner(), use.name()))
                        .ifPresent(at -> add(steps, at, use.name(), FieldStep.of(use, at.isContainer())));
            } else if (step instanceof Step.Call call) {
                FieldStep.held(call).forEach(held -> declaring(new Key(held.owner(), held.name()))
                        .ifPresent(at -> add(steps, at, held.name(), FieldStep.of(call, held, at.isContainer()))));
            }
        }
        steps.forEach((key, each) -> shared(key).touches().add(new Touch(code, List.copyOf(each))));
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

    private Shared shared(Key key) {
        return fields.computeIfAbsent(key, each -> declaring(key)
                .map(at -> new Shared(at.file(), at.file().field(key.name()).orElseThrow(), new ArrayList<>()))
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
                && field.annotations().isEmpty();
        return isOfTheProject
                && (FieldStep.isContainer(field, index) || (!field.isFinal() && !FieldStep.isOfThread(field)));
    }

    /** A method with the lambdas and local classes in it. */
    private static String written(Touch touch) {
        ClassFile file = touch.code().file();
        String name = touch.code().method().name();
        if (file.isLocal()) {
            return file.outer() + "." + file.outerMethod();
        }
        return file.name() + "." + (name.startsWith("lambda$") ? name.split("\\$", 3)[1] : name);
    }

    /** What a value is read from, if that is a static field. */
    static Optional<Value.FieldValue> field(Value value) {
        return value instanceof Value.FieldValue field && field.isStatic() ? Optional.of(field) : Optional.empty();
    }
}
