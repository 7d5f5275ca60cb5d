package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.model.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Finds mocks where the database should be. */
final class MockedDatabase implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.MOCKED_DATABASE,
            "Let the test use the real database, or make it a unit test: rename it so that failsafe does not run it.");

    private static final Set<String> MOCKS = Set.of(
            "org.mockito.Mock",
            "org.easymock.Mock",
            "org.powermock.api.easymock.annotation.Mock",
            "org.powermock.api.easymock.annotation.MockNice",
            "org.powermock.api.easymock.annotation.MockStrict",
            "io.mockk.impl.annotations.MockK",
            "io.mockk.impl.annotations.RelaxedMockK",
            "com.ninjasquad.springmockk.MockkBean",
            "org.springframework.boot.test.mock.mockito.MockBean",
            "org.springframework.test.context.bean.override.mockito.MockitoBean",
            "io.quarkus.test.InjectMock",
            "io.quarkus.test.junit.mockito.InjectMock",
            "mockit.Mocked",
            "mockit.Injectable");

    /** The elements of an annotation at a class that name what is mocked. */
    private static final Set<String> MOCKED_CLASSES = Set.of("value", "classes", "types");

    /** {@code @Mock(answer = CALLS_REAL_METHODS)} still reaches the database. */
    private static final String REAL = "CALLS_REAL_METHODS";

    /** What stands in an application's place for the database, whether a test uses the field or not. */
    private static final Set<String> REPLACING = Set.of(
            "com.ninjasquad.springmockk.MockkBean",
            "org.springframework.boot.test.mock.mockito.MockBean",
            "org.springframework.test.context.bean.override.mockito.MockitoBean",
            "io.quarkus.test.InjectMock",
            "io.quarkus.test.junit.mockito.InjectMock");

    /** What hands the mocks of a class to the object under test. */
    private static final Set<String> INJECTING = Set.of(
            "org.mockito.InjectMocks",
            "org.easymock.TestSubject",
            "io.mockk.impl.annotations.InjectMockKs",
            "io.mockk.impl.annotations.OverrideMockKs",
            "mockit.Tested");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitClass(TestClass testClass, LintContext context) {
        for (Placed placed : testClass.annotations()) {
            if (MOCKS.contains(placed.use().type())) {
                MOCKED_CLASSES.stream()
                        .flatMap(element -> placed.use().classes(element).stream())
                        .filter(type -> DatabaseTypes.contains(type, context))
                        .forEach(type -> report(ViolationPlace.of(placed.on()), type, context));
            }
        }
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        if (code.method().name().equals("<init>")) {
            fields(code.file(), context);
        }
        parameters(code, context);
        code.method().calls().forEach(call -> MockCalls.mocked(call, context.index())
                .filter(type -> DatabaseTypes.contains(type, context))
                .ifPresent(type -> report(ViolationPlace.of(context.index(), code, call), type, context)));
    }

    private static void fields(ClassFile file, LintContext context) {
        List<Field> mocks = file.fields().stream()
                .filter(field -> field.dimensions() == 0 && isMock(field.annotations(), context))
                .toList();
        if (mocks.isEmpty()) {
            return;
        }
        Set<String> unused = UnusedCode.onlyUsed(file, context);
        for (Field field : mocks) {
            if (!unused.contains(field.name()) || isHandedOn(file, field, context)) {
                mockedBy(field, context)
                        .filter(type -> DatabaseTypes.contains(type, context))
                        .forEach(type -> report(ViolationPlace.of(file, field), type, context));
            }
        }
    }

    private static boolean isHandedOn(ClassFile file, Field field, LintContext context) {
        return context.annotations().has(field.annotations(), REPLACING)
                || file.fields().stream().anyMatch(each -> context.annotations().has(each.annotations(), INJECTING));
    }

    private static Stream<String> mockedBy(Field field, LintContext context) {
        List<String> named = context.annotations()
                .find(field.annotations(), MOCKS)
                .map(use -> MOCKED_CLASSES.stream()
                        .flatMap(element -> use.classes(element).stream())
                        .toList())
                .orElse(List.of());
        return named.isEmpty() ? Stream.of(field.type()) : named.stream();
    }

    private static boolean isMock(List<AnnotationUse> annotations, LintContext context) {
        return context.annotations()
                .find(annotations, MOCKS)
                .filter(use -> !REAL.equals(use.constant("answer")) && !REAL.equals(use.constant("answers")))
                .isPresent();
    }

    /** Which of several parameters an annotation stands at is not known: only if all are mocks is there no doubt. */
    private static void parameters(ReachedCode code, LintContext context) {
        Method method = code.method();
        if (!isMock(method.parameterAnnotations(), context)) {
            return;
        }
        Type[] types = Type.getArgumentTypes(method.ref().descriptor());
        long mocks = method.parameterAnnotations().stream()
                .filter(use -> isMock(List.of(use), context))
                .count();
        if (mocks == types.length) {
            Stream.of(types)
                    .map(Type::getClassName)
                    .filter(type -> DatabaseTypes.contains(type, context))
                    .forEach(type -> report(ViolationPlace.of(context.index(), code.file(), method), type, context));
        }
    }

    private static void report(ViolationPlace place, String type, LintContext context) {
        String name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
        context.report(new Violation(
                HABIT, place, name, "`" + name + "` is a mock: what goes through it never reaches the database."));
    }
}
