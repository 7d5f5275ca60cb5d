package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows values further than one method: to what a field of the tests' own is set to, if that is one thing only. */
final class ValueOrigins {

    private static final int DEEPEST = 4;

    private final ClassIndex index;

    ValueOrigins(ClassIndex index) {
        this.index = index;
    }

    /** The value, or what the field that it was read from is set to. */
    Value of(Value value) {
        Value origin = value;
        for (int depth = 0; depth < DEEPEST && origin instanceof Value.FieldValue field; depth++) {
            Value written = written(field);
            if (written == null) {
                return origin;
            }
            origin = written;
        }
        return origin;
    }

    /** The declaration of a field of the tests' own; empty for others. */
    Stream<Field> declaration(Value.FieldValue value) {
        return declaring(value).flatMap(file -> file.field(value.name()).stream());
    }

    private Stream<ClassFile> declaring(Value.FieldValue value) {
        return index.own(value.owner()).stream()
                .flatMap(file -> index.lineage(file).stream())
                .filter(file -> file.field(value.name()).isPresent())
                .limit(1);
    }

    /** What the class of a field sets it to. */
    Stream<Value> writes(Value.FieldValue value) {
        return declaring(value)
                .flatMap(file -> file.methods().stream())
                .flatMap(method -> method.steps().stream())
                .filter(step -> step instanceof Step.FieldUse use
                        && use.isWrite()
                        && use.name().equals(value.name())
                        && use.isStatic() == value.isStatic())
                .map(step -> ((Step.FieldUse) step).value());
    }

    private @Nullable Value written(Value.FieldValue value) {
        boolean isClosed = declaration(value).anyMatch(field -> field.isFinal() || Modifier.isPrivate(field.access()));
        List<Value> written = writes(value).toList();
        return isClosed && written.size() == 1 ? written.get(0) : null;
    }
}
