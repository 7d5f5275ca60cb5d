package io.github.testhygiene.fork.samples;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes of every shape, all of whose tests pass. */
public final class ShapeSamples {

    private ShapeSamples() {}

    public static class Deep {
        @Test
        void own() {}

        @Test
        void other() {}

        @Nested
        class Left {
            @Test
            void first() {}

            @Test
            void second() {}

            @Nested
            class Deeper {
                @Test
                void deepest() {}

                @Test
                void deepestToo() {}
            }
        }

        @Nested
        class Right {
            @Test
            void first() {}

            @Test
            void second() {}
        }
    }

    public static class Overloads {
        @Test
        void same() {}

        @Test
        void same(TestInfo info) {}

        @Test
        void same(TestInfo info, TestReporter reporter) {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void same(int value) {}

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void same(String value, TestInfo info) {}

        @ParameterizedTest
        @ValueSource(strings = {"a"})
        void array(@org.junit.jupiter.params.converter.ConvertWith(ToArray.class) String[] values) {}
    }

    /** Makes an array of one. */
    public static final class ToArray extends org.junit.jupiter.params.converter.SimpleArgumentConverter {
        @Override
        protected Object convert(Object source, Class<?> target) {
            return new String[] {String.valueOf(source)};
        }
    }

    public abstract static class Contract {
        @Test
        void inherited() {}

        @Test
        void inheritedToo() {}
    }

    public static class FirstHeir extends Contract {
        @Test
        void own() {}
    }

    public static class SecondHeir extends Contract {
        @Override
        @Test
        void inherited() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    public static class OneInstance {
        @Test
        void one() {}

        @RepeatedTest(2)
        void two() {}

        @TestFactory
        List<org.junit.jupiter.api.DynamicTest> three() {
            return List.of(org.junit.jupiter.api.DynamicTest.dynamicTest("x", () -> {}));
        }
    }

    public abstract static class NestedContract {
        @Nested
        class Early {
            @Test
            void one() {}

            @Test
            void two() {}
        }

        @Nested
        class Late {
            @Test
            void one() {}

            @Test
            void two() {}
        }
    }

    public static class FirstNestedHeir extends NestedContract {}

    public static class SecondNestedHeir extends NestedContract {}

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    public static class Steps {
        @Test
        @Order(2)
        void alpha() {}

        @Test
        @Order(1)
        void beta() {}

        @Nested
        class Inside {
            @Test
            void gamma() {}
        }
    }

    public static class InheritedSteps extends Steps {}

    /** A composed annotation. */
    @Retention(RetentionPolicy.RUNTIME)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    public @interface Stepwise {}

    @Stepwise
    public static class ComposedSteps {
        @Test
        void one() {}
    }

    /** An interface that orders whoever implements it. */
    @TestMethodOrder(MethodOrderer.MethodName.class)
    public interface Ordered {}

    public static class StepsOfInterface implements Ordered {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    @TestClassOrder(ClassOrderer.ClassName.class)
    public static class OrderedClasses {
        @Nested
        class One {
            @Test
            void first() {}
        }
    }

    public static class StepsInside {
        @Test
        void free() {}

        @Nested
        @TestMethodOrder(MethodOrderer.MethodName.class)
        class Inner {
            @Test
            void bound() {}
        }
    }
}
