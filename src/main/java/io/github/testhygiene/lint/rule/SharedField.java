package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field and all that is done with it.
 *
 * @param file its class
 * @param field the field
 * @param touches each method once
 */
record SharedField(ClassFile file, Field field, List<Touch> touches) {

    /**
     * What one method does with one field.
     *
     * @param code the method
     * @param steps what concerns the field, in order
     */
    record Touch(ReachedCode code, List<FieldStep> steps) {}

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
                        .map(SharedField::written)
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
                .anyMatch(SharedField::sets);
    }

    private static boolean sets(Touch touch) {
        return touch.steps().stream()
                .anyMatch(step -> !step.conditional()
                        && (step.kind() == FieldStep.Kind.WRITE || step.kind() == FieldStep.Kind.RESET));
    }

    /** The method around a lambda sets the field. */
    private boolean isSetAround(Touch touch) {
        return touches.stream()
                .filter(other -> !other.equals(touch) && written(other).equals(written(touch)))
                .anyMatch(SharedField::sets);
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

    /** A method with the lambdas and local classes in it. */
    private static String written(Touch touch) {
        ClassFile file = touch.code().file();
        if (file.isLocal()) {
            return file.outer() + "." + file.outerMethod();
        }
        return file.name() + "." + touch.code().method().writtenName();
    }
}
