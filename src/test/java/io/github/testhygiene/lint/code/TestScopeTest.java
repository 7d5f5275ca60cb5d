package io.github.testhygiene.lint.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.lint.rule.Examples;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which tests there are, and what they reach. */
class TestScopeTest {

    private static final String BASE = """
            import org.junit.jupiter.api.*;

            @Tag("slow")
            abstract class Base {
                @BeforeEach
                void prepare() {
                    Steps.prepared();
                }

                @Test
                void inherited() {
                    template();
                }

                abstract void template();
            }
            """;
    private static final String STEPS = """
            final class Steps {
                static final java.util.List<String> LOG = made();
                static java.util.List<String> made() { return new java.util.ArrayList<>(); }
                static void prepared() { LOG.add("prepared"); }
                static void sometimes() { prepared(); }
                static void neverCalled() { LOG.clear(); }
            }
            """;

    private static Set<String> reached(TestScope scope) {
        return scope.reached().stream()
                .map(code -> code.file().simpleName() + "." + code.method().name())
                .collect(Collectors.toSet());
    }

    private static ReachedCode reached(TestScope scope, String method) {
        return scope.reached().stream()
                .filter(code -> (code.file().simpleName() + "." + code.method().name()).equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> tests(TestScope scope) {
        return scope.testClasses().stream()
                .flatMap(test -> test.tests().stream()
                        .map(each ->
                                test.file().simpleName() + "." + each.method().name()))
                .sorted()
                .toList();
    }

    @Test
    void inheritedTestsAndFixturesBelongToTheConcreteClass() {
        TestScope scope = Examples.of(BASE, STEPS, """
                class OrderIT extends Base {
                    @Override
                    void template() { Steps.sometimes(); }
                }
                """).scope();

        assertThat(tests(scope)).containsExactly("OrderIT.inherited");
        assertThat(reached(scope)).contains("Steps.prepared", "Steps.sometimes", "Steps.made", "OrderIT.template");
        assertThat(reached(scope)).doesNotContain("Steps.neverCalled");
        assertThat(reached(scope, "Steps.prepared").always()).contains(Role.BEFORE_EACH, Role.TEST);
        assertThat(reached(scope, "Steps.made").roles()).containsExactly(Role.CLASS_INITIALISATION);
        assertThat(scope.testClasses().get(0).annotations())
                .extracting(placed -> placed.use().simpleName())
                .contains("Tag");
    }

    @Test
    void whatABranchMayLeaveOutIsReachedButNotAlways() {
        TestScope scope = Examples.of(STEPS, """
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @BeforeEach
                    void prepare() {
                        if (System.nanoTime() > 0) {
                            Steps.sometimes();
                        }
                    }

                    @Test
                    void one() {}
                }
                """).scope();

        ReachedCode sometimes = reached(scope, "Steps.sometimes");
        assertThat(sometimes.roles()).containsExactly(Role.BEFORE_EACH);
        assertThat(sometimes.perTest()).isFalse();
    }

    @Test
    void nestedTestsAreFoundAndDisabledOnesAreNone() {
        TestScope scope = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test
                    void one() {}

                    @Disabled
                    @Test
                    void off() {}

                    @RepeatedTest(2)
                    void repeated() {}

                    void noTest() {}

                    @Nested
                    class Paid {
                        @Test
                        void ships() {}
                    }

                    static class NotNested {
                        @Test
                        void neverRuns() {}
                    }
                }
                """).scope();

        assertThat(tests(scope)).containsExactly("OrderIT.Paid.ships", "OrderIT.one", "OrderIT.repeated");
    }

    @Test
    void composedAnnotationsMakeTestsAndPerClassInstances() {
        TestScope scope = Examples.of("""
                import java.lang.annotation.*;
                import org.junit.jupiter.api.*;

                @Retention(RetentionPolicy.RUNTIME)
                @TestInstance(TestInstance.Lifecycle.PER_CLASS)
                @interface Once {}
                """, """
                import java.lang.annotation.*;
                import org.junit.jupiter.api.*;

                @Retention(RetentionPolicy.RUNTIME)
                @Test
                @Timeout(5)
                @interface Checked {}
                """, """
                @Once
                class OrderIT {
                    private final String name = "shop";

                    @Checked
                    void one() {}
                }
                """).scope();

        assertThat(tests(scope)).containsExactly("OrderIT.one");
        assertThat(scope.testClasses().get(0).isPerClass()).isTrue();
        assertThat(reached(scope, "OrderIT.<init>").perTest()).isFalse();
    }

    @Test
    void otherFrameworksHaveTestsAndFixtures() {
        TestScope scope = Examples.of("""
                class ThreeIT extends junit.framework.TestCase {
                    @Override
                    protected void setUp() {}

                    public void testOne() {}

                    public void helper() {}
                }
                """, """
                public class FourIT {
                    @org.junit.Before
                    public void prepare() {}

                    @org.junit.Test
                    public void one() {}

                    @org.junit.Ignore
                    @org.junit.Test
                    public void off() {}
                }
                """, """
                @org.testng.annotations.Test
                public class NgIT {
                    public void one() {}

                    private void helper() {}

                    @org.testng.annotations.BeforeMethod
                    public void prepare() {}

                    @org.testng.annotations.Test(enabled = false)
                    public void off() {}
                }
                """).scope();

        assertThat(tests(scope)).containsExactly("FourIT.one", "NgIT.one", "ThreeIT.testOne");
        assertThat(reached(scope, "ThreeIT.setUp").always()).containsExactly(Role.BEFORE_EACH);
        assertThat(reached(scope, "FourIT.prepare").always()).containsExactly(Role.BEFORE_EACH);
        assertThat(reached(scope, "NgIT.prepare").always()).containsExactly(Role.BEFORE_EACH);
    }

    @Test
    void extensionsAreFixtures() {
        TestScope scope = Examples.of(STEPS, """
                import org.junit.jupiter.api.extension.*;

                class Cleaner implements BeforeEachCallback, AfterAllCallback {
                    @Override
                    public void beforeEach(ExtensionContext context) { Steps.prepared(); }

                    @Override
                    public void afterAll(ExtensionContext context) {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.extension.ExtendWith;

                @ExtendWith(Cleaner.class)
                class OrderIT {
                    @Test
                    void one() {}
                }
                """).scope();

        assertThat(reached(scope, "Cleaner.beforeEach").perTest()).isTrue();
        assertThat(reached(scope, "Steps.prepared").perTest()).isTrue();
        assertThat(reached(scope, "Cleaner.afterAll").roles()).contains(Role.AFTER_ALL);
    }

    @Test
    void whatALibraryCallsOnAnObjectIsReached() {
        TestScope scope = Examples.of(STEPS, """
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test
                    void local() throws Exception {
                        Thread thread = new Thread(new Runnable() {
                            @Override
                            public void run() { Steps.sometimes(); }
                        });
                        thread.start();
                        thread.join();
                    }
                }
                """).scope();

        assertThat(reached(scope)).contains("Steps.sometimes");
        assertThat(reached(scope, "Steps.sometimes").perTest()).isFalse();
    }

    @Test
    void codeOfUnitTestsIsNotReached() {
        TestScope scope = Examples.of(STEPS, """
                class OrderTest {
                    @org.junit.jupiter.api.Test
                    void one() { Steps.neverCalled(); }
                }
                """, """
                class OrderIT {
                    @org.junit.jupiter.api.Test
                    void one() { Steps.sometimes(); }
                }
                """).scope();

        assertThat(reached(scope)).contains("Steps.sometimes").doesNotContain("Steps.neverCalled", "OrderTest.one");
    }
}
