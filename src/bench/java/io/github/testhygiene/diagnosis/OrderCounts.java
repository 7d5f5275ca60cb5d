package io.github.testhygiene.diagnosis;

import java.util.List;
import java.util.function.ToIntFunction;

/** Prints how many runs in an order the seeded suite needs until every test that depends on others has failed. */
final class OrderCounts {

    private OrderCounts() {}

    public static void main(String[] arguments) {
        System.out.println("| reference order | runs in an order by the plan | alone before | by random orders |");
        System.out.println("|---|---|---|---|");
        print("its own", false);
        print("another one for each seed", true);
    }

    private static void print(String name, boolean shuffled) {
        List<OrdersNeeded> plan = OrdersNeeded.byPlan(shuffled);
        List<OrdersNeeded> random = OrdersNeeded.byRandomOrders(shuffled);
        System.out.println("| " + name + " | " + spread(plan, OrdersNeeded::inOrders) + " | "
                + spread(plan, OrdersNeeded::alone) + " | " + spread(random, OrdersNeeded::inOrders) + " |");
    }

    private static String spread(List<OrdersNeeded> needed, ToIntFunction<OrdersNeeded> figure) {
        int[] sorted = needed.stream().mapToInt(figure).sorted().toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
        return median + " (" + sorted[0] + " to " + sorted[sorted.length - 1] + ")";
    }
}
