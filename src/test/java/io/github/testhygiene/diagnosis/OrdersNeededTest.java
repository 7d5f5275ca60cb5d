package io.github.testhygiene.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plan is worth on the seeded suite of {@code src/it/order-dependence}. */
class OrdersNeededTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thePlanShowsEveryDependenceInAThirdOfTheOrdersThatRandomOrdersNeed(boolean shuffled) {
        double plan = OrdersNeeded.median(OrdersNeeded.byPlan(shuffled));
        double random = OrdersNeeded.median(OrdersNeeded.byRandomOrders(shuffled));

        assertThat(plan).isLessThanOrEqualTo(random / 3);
    }

    @Test
    void theScriptHasTheTestsOfTheSample() {
        SeededSuite seeded = new SeededSuite();

        assertThat(seeded.script().tests()).hasSize(45);
        assertThat(seeded.dependent()).hasSize(15);
    }
}
