package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells containers that are made for one test from those that are kept: only a new one takes time to start. */
final class NewContainers {

    private static final int DEEPEST = 4;

    private final LintContext context;
    private final ClassIndex index;
    private final ContainerTypes types;

    NewContainers(LintContext context) {
        this.context = context;
        this.index = context.index();
        this.types = new ContainerTypes(context.index());
    }

    /**
     * Whether a value is a container that was made for the test that executes the code.
     *
     * @param value the value
     * @param code code that is executed for each test
     */
    boolean isNew(Value value, ReachedCode code) {
        return isNew(value, code.method(), DEEPEST);
    }

    private boolean isNew(Value value, Method method, int depth) {
        if (depth == 0) {
            return false;
        } else if (value instanceof Value.Created created) {
            return types.isContainer(created.className())
                    && !types.outlivesStop(created.className())
                    && !ContainerTypes.reuses(method)
                    && !configuresReuse(created.className());
        } else if (value instanceof Value.Result result) {
            return isNew(result, method, depth);
        } else if (value instanceof Value.FieldValue field) {
            return isMadeForEachTest(field, depth) || isStoppedAfterEachTest(field);
        }
        return value instanceof Value.Derived && value.from().stream().anyMatch(each -> isNew(each, method, depth));
    }

    private boolean isNew(Value.Result result, Method method, int depth) {
        Optional<Method> own = index.own(result.owner())
                .flatMap(file -> file.method(result.name(), result.descriptor()))
                .filter(each -> !each.isAbstract());
        if (own.isPresent()) {
            return makes(own.get());
        }
        // The settings of a container return it; what a long chain started with is not known any more.
        return result.inputs().stream().anyMatch(input -> isNew(input, method, depth))
                || (types.isContainer(result.owner())
                        && result.contains(Value.Unknown.class::isInstance)
                        && makes(method));
    }

    /** Whether a method makes a container each time, as one that keeps it does not. */
    private boolean makes(Method method) {
        boolean keeps = method.steps().stream()
                .anyMatch(step -> step instanceof Step.FieldUse field && types.isContainer(typeOf(field)));
        return !keeps
                && !ContainerTypes.reuses(method)
                && method.calls()
                        .anyMatch(call -> call.isConstruction()
                                && !call.conditional()
                                && types.isContainer(call.owner())
                                && !types.outlivesStop(call.owner())
                                && !configuresReuse(call.owner()));
    }

    private boolean configuresReuse(String type) {
        return index.own(type).stream().flatMap(file -> file.methods().stream()).anyMatch(ContainerTypes::reuses);
    }

    private static String typeOf(Step.FieldUse field) {
        String descriptor = field.descriptor();
        return descriptor.startsWith("L")
                ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
                : "";
    }

    private boolean isMadeForEachTest(Value.FieldValue field, int depth) {
        return uses(field).stream().anyMatch(code -> code.method().steps().stream()
                .anyMatch(step -> step instanceof Step.FieldUse use
                        && use.isWrite()
                        && use.name().equals(field.name())
                        && use.owner().equals(field.owner())
                        && code.perTest(use)
                        && isNew(use.value(), code.method(), depth - 1)));
    }

    /** A container that was stopped has to start again. */
    private boolean isStoppedAfterEachTest(Value.FieldValue field) {
        Predicate<Step.Call> stops =
                call -> (call.name().equals("stop") || call.name().equals("close"))
                        && call.receiver().equals(field)
                        && types.isContainer(call.owner())
                        && !types.outlivesStop(call.owner());
        return uses(field).stream()
                        .anyMatch(
                                code -> code.method().calls().anyMatch(call -> code.perTest(call) && stops.test(call)))
                && index.own(field.owner()).stream()
                        .flatMap(file -> file.methods().stream())
                        .noneMatch(ContainerTypes::reuses);
    }

    /** The code of the class that has the field: nobody else writes it, as a rule. */
    private List<ReachedCode> uses(Value.FieldValue field) {
        String owner = field.owner();
        return Stream.of(
                        Stream.of(owner),
                        context.scope().targets().subclasses(owner).stream().sorted(),
                        index.superTypes(owner).stream().sorted())
                .flatMap(names -> names)
                .flatMap(name -> context.scope().lookup().reachedIn(name).stream())
                .toList();
    }
}
