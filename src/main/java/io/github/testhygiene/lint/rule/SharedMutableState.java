package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.rule.SharedField.Touch;
import io.github.testhygiene.model.Rule;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds static fields through which one test can change what another sees. */
final class SharedMutableState implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.SHARED_MUTABLE_STATE,
            "Make it an instance field, or set it anew in `@BeforeEach`, so that no test sees what another left.");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitTests(LintContext context) {
        StaticFieldUses.touchedBy(context.scope()).forEach(shared -> visit(shared, context));
    }

    private static void visit(SharedField shared, LintContext context) {
        if (shared.isResetByFixture() || shared.isOfOneMethod()) {
            return;
        }
        Optional<Touch> writer = first(shared.touches().stream().filter(shared::isLeft));
        Optional<Touch> reader = first(shared.touches().stream().filter(shared::isSeen));
        if (writer.isPresent() && reader.isPresent()) {
            ClassIndex index = context.index();
            context.report(new Violation(
                    HABIT,
                    ViolationPlace.of(shared.file(), shared.field()),
                    shared.field().name(),
                    "`" + method(writer.get().code(), index) + "` changes the static field `"
                            + shared.field().name() + "`, `"
                            + method(reader.get().code(), index)
                            + "` reads it, and no fixture resets it between tests."));
        }
    }

    /** Always the same one, in whatever order classes are looked at. */
    private static Optional<Touch> first(Stream<Touch> touches) {
        return touches.min(
                Comparator.comparing((Touch touch) -> touch.code().file().name())
                        .thenComparing(touch -> touch.code().method().line())
                        .thenComparing(touch -> touch.code().method().name()));
    }

    private static String method(ReachedCode code, ClassIndex index) {
        ViolationPlace place = ViolationPlace.of(index, code.file(), code.method());
        String className = place.className().substring(place.className().lastIndexOf('.') + 1);
        return className.replace('$', '.') + (place.methodName() == null ? "" : "." + place.methodName());
    }
}
