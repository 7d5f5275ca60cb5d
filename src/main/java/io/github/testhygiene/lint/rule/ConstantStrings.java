package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.ScopeIndex;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The strings that a value certainly is, followed to fields and to methods that only return one. */
final class ConstantStrings {

    private static final int DEEPEST = 4;

    private final LintContext context;

    ConstantStrings(LintContext context) {
        this.context = context;
    }

    /**
     * The strings.
     *
     * @param value a value
     * @return several for an array; none if nobody knows; {@code \1} stands in them for what is not known
     */
    Stream<String> of(Value value) {
        return of(value, DEEPEST);
    }

    private Stream<String> of(Value value, int deepest) {
        String text = value.text();
        if (text != null) {
            return Stream.of(text);
        } else if (deepest == 0) {
            return Stream.empty();
        } else if (value instanceof Value.Concatenation concatenation) {
            return Stream.of(filled(concatenation, deepest));
        } else if (value instanceof Value.FieldValue field) {
            return of(field, deepest);
        } else if (value instanceof Value.Result result) {
            return returned(new MethodRef(result.owner(), result.name(), result.descriptor()), deepest);
        } else if (value instanceof Value.Lambda lambda) {
            return returned(lambda.target(), deepest);
        }
        return value instanceof Value.Derived array && array.elements().equals("java.lang.String")
                ? array.from().stream().flatMap(each -> of(each, deepest - 1))
                : Stream.empty();
    }

    private String filled(Value.Concatenation concatenation, int deepest) {
        StringBuilder text = new StringBuilder();
        Iterator<Value> parts = concatenation.parts().iterator();
        for (char each : concatenation.recipe().toCharArray()) {
            text.append(each == '\1' && parts.hasNext() ? part(parts.next(), deepest) : String.valueOf(each));
        }
        return text.toString();
    }

    private String part(Value part, int deepest) {
        Integer number = part.number();
        List<String> known = of(part, deepest - 1).toList();
        return number != null ? number.toString() : known.size() == 1 ? known.get(0) : "\1";
    }

    /** What a field holds, if all that the tests write into it is one string. */
    private Stream<String> of(Value.FieldValue field, int deepest) {
        List<ClassFile> lineage =
                context.index().own(field.owner()).map(context.index()::lineage).orElse(List.of());
        for (ClassFile file : lineage) {
            Optional<Field> declared =
                    file.field(field.name()).filter(each -> each.type().equals("java.lang.String"));
            if (declared.isPresent()) {
                Object constant = declared.get().constant();
                return constant != null ? Stream.of(constant.toString()) : written(file, field.name(), deepest);
            }
        }
        return Stream.empty();
    }

    private Stream<String> written(ClassFile file, String name, int deepest) {
        Stream<Step.FieldUse> here = file.methods().stream()
                .flatMap(method -> method.steps().stream())
                .filter(Step.FieldUse.class::isInstance)
                .map(Step.FieldUse.class::cast);
        Stream<Step.FieldUse> elsewhere = context.scope().lookup().writes(name).stream()
                .filter(write -> !write.file().name().equals(file.name()))
                .map(ScopeIndex.Write::use);
        List<Value> values = Stream.concat(here, elsewhere)
                .filter(use -> use.isWrite() && use.name().equals(name) && isOf(use.owner(), file))
                .map(Step.FieldUse::value)
                .toList();
        return values.size() == 1 ? of(values.get(0), deepest - 1) : Stream.empty();
    }

    private boolean isOf(String owner, ClassFile file) {
        return context.index().isA(owner, List.of(file.name()));
    }

    /** What a method returns that does nothing but return a string: it has one, and passes it to no call. */
    private Stream<String> returned(MethodRef called, int deepest) {
        List<Method> found = context.index().own(called.owner()).stream()
                .flatMap(file -> file.method(called.name(), called.descriptor()).stream())
                .toList();
        if (found.isEmpty() || !returnsText(found.get(0), called)) {
            return Stream.empty();
        }
        List<Step> steps = found.get(0).steps();
        if (steps.size() != 1 || steps.get(0).conditional() || isOverridden(called)) {
            return Stream.empty();
        }
        if (steps.get(0) instanceof Step.Literal literal) {
            return Stream.of(literal.text());
        } else if (steps.get(0) instanceof Step.FieldUse field && !field.isWrite()) {
            return of(new Value.FieldValue(field.owner(), field.name(), field.isStatic()), deepest - 1);
        }
        return Stream.empty();
    }

    private boolean isOverridden(MethodRef called) {
        return !called.name().contains("lambda$")
                && context.scope().targets().subclasses(called.owner()).stream()
                        .flatMap(name -> context.index().own(name).stream())
                        .anyMatch(file ->
                                file.method(called.name(), called.descriptor()).isPresent());
    }

    private static boolean returnsText(Method method, MethodRef called) {
        return !method.isAbstract()
                && (called.descriptor().endsWith("Ljava/lang/String;")
                        || called.descriptor().endsWith("Ljava/lang/Object;")
                        || called.descriptor().endsWith("Ljava/lang/CharSequence;"));
    }
}
