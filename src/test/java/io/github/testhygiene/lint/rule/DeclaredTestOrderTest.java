package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeclaredTestOrderTest {

    private static final LintRule RULE = new DeclaredTestOrder();

    @Test
    void anOrderOfMethodsIsFoundAtTheClassThatDeclaresItOnce() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT extends Steps {
                    @Test @Order(1) void one() {}
                    @Test @Order(2) void two() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                class PaymentIT extends Steps {
                    @Test @Order(1) void one() {}
                    @Test @Order(2) void two() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
                abstract class Steps {}
                """, """
                import org.junit.jupiter.api.*;

                @InOrder
                class ShipmentIT {
                    @Test void one() {}
                    @Test void two() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import java.lang.annotation.*;

                @Retention(RetentionPolicy.RUNTIME)
                @TestMethodOrder(ByLength.class)
                @interface InOrder {}
                """, """
                import org.junit.jupiter.api.*;

                public class ByLength implements MethodOrderer {
                    @Override
                    public void orderMethods(MethodOrdererContext context) {
                        context.getMethodDescriptors().sort(java.util.Comparator.comparing(m -> m.getDisplayName().length()));
                    }
                }
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "ShipmentIT:4 `@TestMethodOrder(ByLength.class)` puts the tests in an order, so that one may depend on those before it unnoticed.",
                        "Steps:4 `@TestMethodOrder(MethodOrderer.OrderAnnotation.class)` puts the tests in an order, so that one may depend on those before it unnoticed.");
    }

    @Test
    void randomOrdersAndOrdersWithoutAnythingToOrderAreLeftAlone() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                @TestMethodOrder(MethodOrderer.Random.class)
                class RandomIT {
                    @Test void one() {}
                    @Test void two() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                @TestMethodOrder(Shuffled.class)
                class ShuffledIT {
                    @Test void one() {}
                    @Test void two() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                public class Shuffled implements MethodOrderer {
                    @Override
                    public void orderMethods(MethodOrdererContext context) {
                        java.util.Collections.shuffle(context.getMethodDescriptors());
                    }
                }
                """, """
                import org.junit.jupiter.api.*;

                @TestMethodOrder(MethodOrderer.MethodName.class)
                class SingleIT {
                    @Test void one() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
                class WithoutNumbersIT {
                    @Test void one() {}
                    @Test void two() {}
                }
                """, """
                import org.junit.*;

                @FixMethodOrder
                public class DefaultIT {
                    @Test public void one() {}
                    @Test public void two() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                @TestMethodOrder(MethodOrderer.MethodName.class)
                class UnitTest {
                    @Test void one() {}
                    @Test void two() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                @TestMethodOrder(MethodOrderer.Random.class)
                class OverridingIT extends Ordered {
                    @Test void one() {}
                    @Test void two() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                @TestMethodOrder(MethodOrderer.MethodName.class)
                abstract class Ordered {}
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void ordersOfNestedClassesOfJUnit4AndOfTestNgAreFound() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                @TestClassOrder(ClassOrderer.ClassName.class)
                class NestedIT {
                    @Nested class A { @Test void one() {} }
                    @Nested class B { @Test void one() {} }
                }
                """, """
                import org.junit.*;
                import org.junit.runners.MethodSorters;

                @FixMethodOrder(MethodSorters.NAME_ASCENDING)
                public class OldIT {
                    @Test public void one() {}
                    @Test public void two() {}
                }
                """, """
                import org.testng.annotations.Test;

                public class NgIT {
                    @Test public void one() {}
                    @Test(dependsOnMethods = "one") public void two() {}
                    @Test(priority = 3) public void three() {}
                    @Test(priority = 0) public void zero() {}
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("NestedIT:4", "NgIT.two:5", "NgIT.three:6", "OldIT:5");
    }

    @Test
    void anOrderForAllTestsIsFoundInThePropertiesOfJUnit() {
        String test = """
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test void one() {}
                }
                """;

        assertThat(Examples.of(test)
                        .resource(
                                "junit-platform.properties",
                                "# order\njunit.jupiter.testmethod.order.default = org.junit.jupiter.api.MethodOrderer$MethodName\n")
                        .found(RULE))
                .containsExactly(
                        "junit-platform.properties:2 `junit.jupiter.testmethod.order.default` puts all tests in the order of `MethodOrderer$MethodName`, so that one may depend on those before it unnoticed.");
        assertThat(Examples.of(test)
                        .resource(
                                "junit-platform.properties",
                                "junit.jupiter.testmethod.order.default=org.junit.jupiter.api.MethodOrderer$Random\n"
                                        + "junit.jupiter.testclass.order.default=io.quarkus.test.junit.util.QuarkusTestProfileAwareClassOrderer\n"
                                        + "#junit.jupiter.testclass.order.default=org.junit.jupiter.api.ClassOrderer$ClassName\n")
                        .found(RULE))
                .isEmpty();
    }
}
