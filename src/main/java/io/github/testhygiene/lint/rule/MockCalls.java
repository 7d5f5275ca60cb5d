package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Calls that make a mock. */
final class MockCalls {

    private static final Set<String> MOCKITO =
            Set.of("mock", "mockStatic", "mockConstruction", "mockConstructionWithAnswer");
    private static final Set<String> EASY_MOCK =
            Set.of("mock", "niceMock", "strictMock", "createMock", "createNiceMock", "createStrictMock");

    private static final CalledMethods CALLS = new CalledMethods(Map.of(
            "org.mockito.Mockito", MOCKITO,
            "org.powermock.api.mockito.PowerMockito", MOCKITO,
            "org.easymock.EasyMock", EASY_MOCK,
            "org.easymock.EasyMockSupport", EASY_MOCK,
            "org.easymock.IMocksControl", EASY_MOCK,
            "org.powermock.api.easymock.PowerMock", EASY_MOCK,
            "io.mockk.MockKGateway$MockFactory", Set.of("mockk"),
            "io.mockk.MockKGateway$StaticMockFactory", Set.of("staticMockk"),
            "io.mockk.MockKGateway$ConstructorMockFactory", Set.of("constructorMockk")));

    /** Answers that go on to a real object. */
    private static final Set<String> REAL_FIELDS = Set.of("CALLS_REAL_METHODS");

    private static final Set<String> REAL_CALLS = Set.of("spiedInstance", "delegatesTo");

    private MockCalls() {}

    /**
     * What a call makes a mock of.
     *
     * @param call the call
     * @param index knows what classes extend
     * @return a class's name with dots; empty if it makes none, or one that passes calls on to a real object
     */
    static Optional<String> mocked(Step.Call call, ClassIndex index) {
        if (!CALLS.contain(call, index)
                || call.arguments().stream().anyMatch(argument -> argument.contains(MockCalls::isReal))) {
            return Optional.empty();
        }
        return call.arguments().stream().flatMap(MockCalls::literal).findFirst();
    }

    private static boolean isReal(Value value) {
        return (value instanceof Value.FieldValue field && REAL_FIELDS.contains(field.name()))
                || (value instanceof Value.Result result && REAL_CALLS.contains(result.name()));
    }

    private static Stream<String> literal(Value value) {
        if (value instanceof Value.ClassLiteral literal) {
            return Stream.of(literal.className());
        } else if (value instanceof Value.Result result && isConversion(result)) {
            return result.inputs().stream().flatMap(MockCalls::literal);
        } else if (value instanceof Value.Derived array && isReified(array)) {
            return Stream.of(array.elements());
        }
        return Stream.empty();
    }

    /** {@code DataSource dataSource = mock()} passes an empty array, whose elements tell the type. */
    private static boolean isReified(Value.Derived array) {
        return array.from().isEmpty()
                && !array.elements().isEmpty()
                && !array.elements().equals("java.lang.Object");
    }

    /** Kotlin's {@code X::class} and {@code X::class.java}. */
    private static boolean isConversion(Value.Result result) {
        return List.of("kotlin.jvm.internal.Reflection", "kotlin.jvm.JvmClassMappingKt")
                .contains(result.owner());
    }
}
