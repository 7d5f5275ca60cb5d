package io.github.testhygiene.fork.samples;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tests that take their time on a clock of their own; nested here so that they run only when they are asked for. */
public final class BodySamples {

    /** The time, in nanoseconds. */
    public static final AtomicLong CLOCK = new AtomicLong();

    private BodySamples() {}

    private static void take(long nanos) {
        CLOCK.addAndGet(nanos);
    }

    public static class Timed {
        @BeforeEach
        void before() {
            take(1_000);
        }

        @AfterEach
        void after() {
            take(100);
        }

        @Test
        void plain() {
            take(7);
        }

        @Test
        void fails() {
            take(5);
            throw new IllegalStateException("in the body");
        }

        @Test
        void instant() {}

        @Test
        @Disabled
        void disabled() {
            take(3);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 20, 300})
        void parameterized(int nanos) {
            take(nanos);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a/b", "[c]"})
        void textual(String value) {
            take(value.length());
        }

        @RepeatedTest(3)
        void repeated() {
            take(11);
        }

        @TestFactory
        Stream<DynamicNode> dynamic() {
            take(1);
            return Stream.of(
                    DynamicTest.dynamicTest("one", () -> take(20)),
                    DynamicContainer.dynamicContainer(
                            "more", Stream.of(DynamicTest.dynamicTest("two", () -> take(300)))));
        }

        @Nested
        class Inner {
            @BeforeEach
            void beforeInner() {
                take(10_000);
            }

            @Test
            void nested() {
                take(9);
            }
        }
    }

    public static class FailingFixture {
        @BeforeEach
        void before() {
            take(1_000);
            throw new IllegalStateException("in the fixture");
        }

        @Test
        void neverStarts() {
            take(7);
        }
    }

    public static class FailingEnd {
        @AfterEach
        void after() {
            take(100);
            throw new IllegalStateException("in the fixture");
        }

        @Test
        void ends() {
            take(7);
        }
    }

    /** Executes other tests, as tests of extensions do. */
    public static class Executing {
        @Test
        void executes() {
            take(2);
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectMethod(Timed.class, "plain"))
                            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                            .build());
        }
    }

    /** An extension that makes every test fail when it is let in. */
    public static final class Intruder implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            throw new IllegalStateException("let in");
        }
    }
}
