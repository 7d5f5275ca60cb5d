package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Methods of some types, and of what extends or implements these. Most calls are told apart by the method's name. */
final class CalledMethods {

    private final Map<String, Set<String>> typesByName = new HashMap<>();

    /**
     * Some methods.
     *
     * @param byType names of methods, by the type that has them
     */
    CalledMethods(Map<String, Set<String>> byType) {
        byType.forEach((type, names) -> names.forEach(name ->
                typesByName.computeIfAbsent(name, each -> new HashSet<>()).add(type)));
    }

    /**
     * Whether a call is of one of them.
     *
     * @param call the call
     * @param index knows what extends and implements the types
     * @return true if so
     */
    boolean contain(Step.Call call, ClassIndex index) {
        Set<String> types = typesByName.get(call.name());
        return types != null && index.isA(call.owner(), types);
    }
}
