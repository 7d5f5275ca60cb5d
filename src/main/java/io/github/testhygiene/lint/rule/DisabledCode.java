package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import java.util.Set;

/** Knows code that is switched off together with its test. */
final class DisabledCode {

    private static final Set<String> BY = Set.of(
            "org.junit.jupiter.api.Disabled", "org.junit.Ignore", "org.testng.annotations.Ignore", "spock.lang.Ignore");

    private DisabledCode() {}

    static boolean contains(ReachedCode code, LintContext context) {
        if (!code.roles().equals(Set.of(Role.OTHER))) {
            return false;
        }
        ClassIndex index = context.index();
        ViolationPlace place = ViolationPlace.of(index, code.file(), code.method());
        ClassFile file = index.own(place.className()).orElse(code.file());
        return context.annotations().ofClass(file, BY).isPresent()
                || file.methods().stream()
                        .filter(method -> method.name().equals(place.methodName()))
                        .anyMatch(method -> context.annotations().has(method.annotations(), BY));
    }
}
