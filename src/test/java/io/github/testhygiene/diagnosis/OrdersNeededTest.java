package io.github.testhygiene.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the plan is worth on the seeded suite of {@code src/it/order-dependence}. */
class OrdersNeededTest {

    @Test
    void thePlanShowsEveryDependenceInAThirdOfTheOrdersThatRandomOrdersNeed() {
        List<OrdersNeeded> plan = OrdersNeeded.byPlan();
        List<OrdersNeeded> random = OrdersNeeded.byRandomOrders();

        System.out.println("Runs in an order until every dependent test has failed, median of " + plan.size()
                + " seeds: by the plan " + OrdersNeeded.median(plan) + " " + plan + ", by random orders "
                + OrdersNeeded.median(random) + " " + random);

        assertThat(OrdersNeeded.median(plan)).isLessThanOrEqualTo(OrdersNeeded.median(random) / 3);
    }

    @Test
    void theScriptHasTheTestsOfTheSample() {
        SeededSuite seeded = new SeededSuite();

        assertThat(seeded.script().tests()).hasSize(45);
        assertThat(seeded.dependent()).hasSize(15);
    }
}
