package io.github.testhygiene.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.lint.rule.Examples;
import org.junit.jupiter.api.Test;

/** Which code tests reach. */
class ReachedCodeIndexTest {

    private static final String PAUSES = """
            class Pauses {
                static void shortly() {}

                static void onlyForTheOther() {}
            }
            """;

    private static final String TESTS = """
            import org.junit.jupiter.api.*;

            class OrderIT {
                @Test
                void one() {
                    Pauses.shortly();
                }

                @Test
                void other() {
                    Runnable later = Pauses::onlyForTheOther;
                    later.run();
                }
            }
            """;

    private static final String CART = "class CartIT { @org.junit.jupiter.api.Test void adds() {} }";

    @Test
    void whereAllTestsRunWhatIsNotFoundIsGone() {
        ReachedCodeIndex code = Examples.of(PAUSES, TESTS).everything().code();

        assertThat(code.covers("shop.OrderIT", "other")).isTrue();
        assertThat(code.covers("shop.OrderIT", null)).isTrue();
        assertThat(code.covers("shop.Pauses", "notUsedAnyMore")).isTrue();
        assertThat(code.covers("", null)).isTrue();
    }

    @Test
    void whatOnlyASkippedTestReachesIsNotRead() {
        ReachedCodeIndex code = Examples.of(PAUSES, TESTS, CART)
                .everything((className, method, tags) -> !method.equals("other"))
                .code();

        assertThat(code.covers("shop.OrderIT", "one")).isTrue();
        assertThat(code.covers("shop.OrderIT", "gone")).isTrue();
        assertThat(code.covers("shop.OrderIT", "other")).isFalse();
        assertThat(code.covers("shop.OrderIT", null)).isFalse();
        assertThat(code.covers("shop.CartIT", null)).isTrue();
        assertThat(code.covers("shop.Pauses", "shortly")).isTrue();
        assertThat(code.covers("shop.Pauses", "onlyForTheOther")).isFalse();
        assertThat(code.covers("", null)).isTrue();
    }

    @Test
    void aClassOfWhichNoTestRunsIsNotRead() {
        ReachedCodeIndex code = Examples.of(PAUSES, TESTS, CART)
                .everything((className, method, tags) -> className.equals("shop.CartIT"))
                .code();

        assertThat(code.covers("shop.CartIT", "adds")).isTrue();
        assertThat(code.covers("shop.OrderIT", "one")).isFalse();
        assertThat(code.covers("shop.OrderIT", "gone")).isFalse();
        assertThat(code.covers("shop.OrderIT", null)).isFalse();
        assertThat(code.covers("shop.Pauses", "shortly")).isFalse();
    }

    @Test
    void whereNothingWasInspectedNothingIsRead() {
        assertThat(ReachedCodeIndex.NONE.covers("shop.OrderIT", "one")).isFalse();
        assertThat(ReachedCodeIndex.NONE.covers("", null)).isFalse();
    }
}
