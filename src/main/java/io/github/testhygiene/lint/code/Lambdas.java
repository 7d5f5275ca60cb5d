package io.github.testhygiene.lint.code;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Tells lambdas that are executed where they stand from those that are kept, or that may be left out. */
final class Lambdas {

    /** What executes its lambda once, later, or only if there is nothing yet. */
    private static final Set<String> LEAVING_OUT = Set.of(
            "computeIfAbsent",
            "computeIfPresent",
            "getOrComputeIfAbsent",
            "getOrElse",
            "getOrPut",
            "memoize",
            "memoizeWithExpiration",
            "lazy",
            "orElseGet",
            "ifPresent",
            "ifPresentOrElse",
            "updateAndGet",
            "getAndUpdate",
            "withInitial",
            "addShutdownHook",
            "addCloseHandler",
            "defer",
            "setInitializer",
            "preparedDatabase");

    private static final Pattern KEEPERS = Pattern.compile(".*(?:Lazy|Singleton|Memo|Once)\\w*");

    private final CallTargets targets;

    Lambdas(CallTargets targets) {
        this.targets = targets;
    }

    /** Whether a method that makes a lambda may end, as far as can be seen, without its body. */
    boolean mayBeLeftOut(Method method, Step.LambdaUse lambda) {
        Value value = new Value.Lambda(lambda.target(), lambda.functionalInterface());
        return method.steps().stream().anyMatch(step -> isKept(step, value));
    }

    private boolean isKept(Step step, Value lambda) {
        if (step instanceof Step.FieldUse field) {
            return field.isWrite() && field.value().equals(lambda);
        } else if (step instanceof Step.Call call && call.arguments().contains(lambda)) {
            return call.isConstruction()
                    || LEAVING_OUT.contains(call.name())
                    || KEEPERS.matcher(call.owner()).matches()
                    || isGuarded(call, lambda);
        }
        return false;
    }

    /** Whether it is given to a method of the tests' own that uses it in a branch only. */
    private boolean isGuarded(Step.Call call, Value lambda) {
        return targets.of(call).stream()
                .map(CallTargets.Target::method)
                .filter(method -> method.name().equals(call.name()))
                .anyMatch(method -> isUsedInABranchOnly(method, call, lambda));
    }

    private static boolean isUsedInABranchOnly(Method method, Step.Call call, Value lambda) {
        Value parameter = parameter(method, call.arguments().indexOf(lambda));
        List<Step.Call> uses = method.calls()
                .filter(each -> Stream.concat(Stream.of(each.receiver()), each.arguments().stream())
                        .anyMatch(parameter::equals))
                .toList();
        return !uses.isEmpty() && uses.stream().allMatch(Step.Call::conditional);
    }

    private static Value parameter(Method method, int argument) {
        Type[] types = Type.getArgumentTypes(method.ref().descriptor());
        int slot = method.isStatic() ? 0 : 1;
        for (int index = 0; index < argument; index++) {
            slot += types[index].getSize();
        }
        return new Value.Parameter(slot);
    }
}
