package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LintEntry.PackageTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HappyPathOnlyTest {

    private static final LintRule RULE = new HappyPathOnly();

    @Test
    void aClassThatExpectsNoFailureIsFoundOnce() {
        assertThat(withFourth("places", "Assertions.assertEquals(404, value());")
                        .found(RULE))
                .containsExactly("OrderIT:2 None of its 4 tests expects a failure.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Assertions.assertThrows(Exception.class, () -> value());",
                "Assertions.assertThrowsExactly(Exception.class, () -> value());",
                "org.assertj.core.api.Assertions.assertThatThrownBy(() -> value());",
                "org.assertj.core.api.Assertions.assertThatExceptionOfType(Exception.class).isThrownBy(() -> value());",
                "org.assertj.core.api.Assertions.assertThatIllegalStateException();",
                "org.assertj.core.api.Assertions.catchThrowable(() -> value());",
                "org.assertj.core.api.BDDAssertions.thenThrownBy(() -> value());",
                "org.testng.Assert.expectThrows(Exception.class, () -> value());",
                "try { value(); Assertions.fail(); } catch (IllegalStateException expected) { }",
                "if (value() > 9) { return; } try { value(); Assertions.fail(\"expected a refusal\"); } catch (IllegalStateException e) { }",
                "try { value(); throw new AssertionError(); } catch (IllegalStateException expected) { }",
                "try { value(); } catch (IllegalStateException e) { Assertions.assertEquals(\"no\", e.getMessage()); }",
                "mvc.perform(null).andExpect(status().isBadRequest());",
                "mvc.perform(null).andExpect(status().is4xxClientError());",
                "mvc.perform(null).andExpect(status().is(404));",
                "io.restassured.RestAssured.get().then().statusCode(409);",
                "Assertions.assertEquals(404, io.restassured.RestAssured.get().statusCode());",
                "org.assertj.core.api.Assertions.assertThat(io.restassured.RestAssured.get().statusCode()).isEqualTo(404);",
                "Assertions.assertEquals(org.springframework.http.HttpStatus.NOT_FOUND, this);",
                "Assertions.assertFalse(this.isValid());",
                "org.assertj.core.api.Assertions.assertThat(isValid()).isFalse();",
                "Assertions.assertFalse(addIfAbsent());",
                "refused();"
            })
    void whateverExpectsAFailureCounts(String statement) {
        assertThat(withFourth("places", statement).found(RULE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Assertions.assertEquals(500, value());",
                "Assertions.assertDoesNotThrow(() -> value());",
                "org.assertj.core.api.Assertions.assertThatNoException().isThrownBy(() -> value());",
                "try { value(); } catch (IllegalStateException e) { Assertions.fail(); }",
                "mvc.perform(null).andExpect(status().isOk());",
                "mvc.perform(null).andExpect(status().is(200));",
                "Assertions.assertTrue(this.isValid());",
                "Assertions.assertTrue(addIfAbsent());",
                "Assertions.assertEquals(org.springframework.http.HttpStatus.OK, this);"
            })
    void successDoesNot(String statement) {
        assertThat(withFourth("places", statement).found(RULE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rejectsANegativePrice",
                "throwsIfClosed",
                "orderNotFound",
                "returns404",
                "missing_customer",
                "doesNotAllowDuplicates",
                "failsWithoutName",
                "reportsATaskThatItIsUnableToResolve",
                "keepsUnresolvedTasks"
            })
    void aNameThatSaysSoCounts(String name) {
        assertThat(withFourth(name, "value();").found(RULE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"doesNotThrow", "worksWithoutErrors", "finds", "placesOneOf5"})
    void aNameThatDeniesItDoesNot(String name) {
        assertThat(withFourth(name, "value();").found(RULE)).hasSize(1);
    }

    private static Examples withFourth(String name, String statement) {
        return Examples.of("""
                import org.junit.jupiter.api.*;
                class OrderIT {
                    org.springframework.test.web.servlet.MockMvc mvc;
                    @Test void one() {}
                    @Test void two() {}
                    @Test void three() {}
                    @Test void %s() throws Exception {
                        %s
                    }
                    int value() {
                        return 1;
                    }
                    boolean isValid() {
                        return true;
                    }
                    boolean addIfAbsent() {
                        return true;
                    }
                    static org.springframework.test.web.servlet.result.StatusResultMatchers status() {
                        return org.springframework.test.web.servlet.result.MockMvcResultMatchers.status();
                    }
                    void refused() {
                        Assertions.assertThrows(Exception.class, () -> value());
                    }
                }
                """.formatted(name, statement));
    }

    @Test
    void fewTestsAreLeftAlone() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                class OrderIT {
                    @Test void one() {}
                    @Test void two() {}
                    @Test void three() {}
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void aClassAndItsNestedClassesAreOne() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                class OrderIT {
                    @Nested class Placed {
                        @Test void one() {}
                        @Test void two() {}
                        @Test void three() {}
                        @Test void four() {}
                    }
                    @Nested class Refused {
                        @Test void five() {
                            Assertions.assertThrows(Exception.class, () -> {});
                        }
                    }
                }
                """, """
                import org.junit.jupiter.api.*;
                class PriceIT {
                    @Test void one() {}
                    @Nested class More {
                        @Test void two() {}
                        @Test void three() {}
                        @Test void four() {}
                    }
                }
                """);

        assertThat(examples.found(RULE)).containsExactly("PriceIT:2 None of its 4 tests expects a failure.");
    }

    @Test
    void inheritedTestsAreReportedAtTheirDeclaration() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                abstract class Base {
                    @Test void one() {}
                    @Test void two() {}
                    @Test void three() {}
                    @Test void four() {}
                }
                """, "class OneIT extends Base {}", "class TwoIT extends Base {}");

        assertThat(examples.found(RULE)).containsExactly("Base:2 None of its 4 tests expects a failure.");
    }

    @Test
    void testsAreCountedByPackage() {
        Examples examples = Examples.of("""
                import org.junit.*;
                public class OrderIT {
                    @Test public void one() {}
                    @Test(expected = IllegalStateException.class) public void two() {}
                    @Ignore @Test public void disabled() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                class PriceIT extends Base {
                    @Nested class More {
                        @Test void two() {}
                    }
                }
                """, """
                import org.junit.jupiter.api.*;
                abstract class Base {
                    @Test void rejectsNothing() {}
                }
                """, """
                package app;
                import org.junit.jupiter.api.*;
                class OneIT {
                    @Test @DisplayName("is refused") void one() {}
                }
                """, """
                package empty;
                class NoneIT {}
                """);

        assertThat(examples.lint(RULE).packages())
                .containsExactly(new PackageTests("app", 1, 1, 1), new PackageTests("shop", 2, 4, 2));
    }
}
