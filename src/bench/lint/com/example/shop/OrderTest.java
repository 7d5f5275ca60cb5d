package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrderTest {

    private Order order;

    @BeforeEach
    void order() {
        order = new Order("ada", LocalDate.of(2024, 2, 29));
    }

    @Test
    void startsEmptyAndOpen() {
        assertThat(order.lines()).isEmpty();
        assertThat(order.state()).isEqualTo(Order.State.OPEN);
        assertThat(order.total()).isEqualByComparingTo("0");
    }

    @Test
    void sumsUpItsLines() {
        order.add("pen", 2, new BigDecimal("1.20")).add("paper", 1, new BigDecimal("4.50"));

        assertThat(order.total()).isEqualByComparingTo("6.90");
        assertThat(order.lines())
                .extracting(Order.Line::article, Order.Line::quantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("pen", 2), org.assertj.core.groups.Tuple.tuple("paper", 1));
    }

    @Test
    @DisplayName("a line of nothing is refused")
    void refusesALineOfNothing() {
        assertThatThrownBy(() -> order.add("pen", 0, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quantity 0");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> order.add("pen", -1, BigDecimal.ONE))
                .withMessage("quantity -1 of pen");
    }

    @Test
    void manyLinesAddUp() {
        for (int i = 1; i <= 100; i++) {
            order.add("article " + i, i, BigDecimal.valueOf(i, 2));
        }
        BigDecimal expected = Stream.iterate(1, i -> i + 1)
                .limit(100)
                .map(i -> BigDecimal.valueOf(i, 2).multiply(BigDecimal.valueOf(i)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(order.total()).isEqualByComparingTo(expected);
        assertThat(order.lines()).hasSize(100).allSatisfy(line -> assertThat(line.quantity()).isPositive());
    }

    @Nested
    class Paid {

        @BeforeEach
        void pay() {
            order.add("pen", 1, BigDecimal.TEN);
            order.pay(BigDecimal.TEN);
        }

        @Test
        void takesNoMoreLines() {
            assertThatThrownBy(() -> order.add("paper", 1, BigDecimal.ONE)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void canBeCancelledOnce() {
            order.cancel();

            assertThat(order.state()).isEqualTo(Order.State.CANCELLED);
            assertThatThrownBy(order::cancel).hasMessage("already cancelled");
        }

        @Nested
        class Cancelled {

            @BeforeEach
            void cancel() {
                order.cancel();
            }

            @Test
            void keepsItsLines() {
                List<Order.Line> lines = order.lines();
                assertThat(lines).singleElement().satisfies(line -> {
                    assertThat(line.article()).isEqualTo("pen");
                    assertThat(line.total()).isEqualByComparingTo(BigDecimal.TEN);
                });
            }
        }
    }
}
