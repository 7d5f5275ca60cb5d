package io.github.testhygiene.fork.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that end in every way there is; nested here so that they run only when they are asked for. */
public final class OutcomeSamples {

    private OutcomeSamples() {}

    public static class Plain {
        @Test
        void passes() {
            assertThat(1).isPositive();
        }

        @Test
        void fails() {
            throw new IllegalStateException("no luck");
        }

        @Test
        void failsWithoutMessage() {
            throw new AssertionError();
        }

        @Test
        void failsWithHugeMessage() {
            throw new AssertionError("x".repeat(1_000_000));
        }

        @Test
        void failsUnspeakably() {
            throw new Unspeakable();
        }

        @Test
        void aborts() {
            assumeTrue(false);
        }

        @Test
        @Disabled
        void disabled() {
            throw new AssertionError("never called");
        }
    }

    /** An exception that cannot even be asked. */
    public static final class Unspeakable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new StackOverflowError("while its message was made");
        }
    }

    public static class Repetitive {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void allPass(int value) {
            assertThat(value).isPositive();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void secondFails(int value) {
            assertThat(value).as("value").isNotEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void secondAborts(int value) {
            assumeTrue(value != 2);
        }

        @ParameterizedTest
        @MethodSource("none")
        void withoutArguments(int value) {
            assertThat(value).isNegative();
        }

        static Stream<Integer> none() {
            throw new IllegalStateException("no arguments today");
        }

        @RepeatedTest(3)
        void repeated() {
            assertThat(1).isPositive();
        }

        @RepeatedTest(3)
        void lastFails(RepetitionInfo info) {
            assertThat(info.getCurrentRepetition()).isLessThan(3);
        }

        @TestFactory
        Stream<DynamicNode> dynamic() {
            return Stream.of(
                    DynamicTest.dynamicTest("one", () -> {}),
                    DynamicContainer.dynamicContainer("more", Stream.of(DynamicTest.dynamicTest("two", () -> {}))));
        }

        @TestFactory
        Stream<DynamicNode> dynamicDeepFailure() {
            return Stream.of(DynamicContainer.dynamicContainer("more", Stream.of(DynamicTest.dynamicTest("deep", () -> {
                throw new IllegalStateException("deep down");
            }))));
        }
    }

    @Disabled
    public static class DisabledClass {
        @Test
        void one() {}

        @Nested
        class Inner {
            @Test
            void two() {}
        }
    }

    public static class FailingBeforeAll {
        @BeforeAll
        static void start() {
            throw new IllegalStateException("no database");
        }

        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void two(int value) {}

        @Nested
        class Inner {
            @Test
            void three() {}
        }
    }

    public static class AbortedBeforeAll {
        @BeforeAll
        static void start() {
            assumeTrue(false);
        }

        @Test
        void one() {}
    }

    public static class FailingBeforeEach {
        @BeforeEach
        void start() {
            throw new IllegalStateException("not again");
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    public static class FailingAfterAll {
        @AfterAll
        static void end() {
            throw new IllegalStateException("too late");
        }

        @Test
        void one() {}
    }
}
