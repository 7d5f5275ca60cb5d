package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the order in which tests ran with the planned one. A difference makes the run an answer to a question that
 * nobody asked, so it counts for nothing. Within a class that declares its own order any order is accepted.
 *
 * @param planned the plan
 */
public record ExecutedOrder(List<RecordedTest> planned) {

    SegmentResult check(RunExit exit, List<TestId> reached, List<TestOutcome> outcomes) {
        Map<TestId, String> places = new HashMap<>();
        planned.forEach(test -> places.put(test.id(), place(test)));
        List<String> plan = collapsed(planned.stream().map(RecordedTest::id).toList(), places);
        List<String> executed = collapsed(reached, places);
        if (executed.size() > plan.size() || !plan.subList(0, executed.size()).equals(executed)) {
            return new SegmentResult(
                    new RunExit.NoAnswer(
                            "its tests ran in another order than planned: " + firstDifference(plan, executed)),
                    List.of());
        }
        Set<TestId> missing = new HashSet<>(places.keySet());
        outcomes.forEach(outcome -> missing.remove(outcome.id()));
        if (exit instanceof RunExit.Completed && !missing.isEmpty()) {
            return new SegmentResult(
                    new RunExit.NoAnswer(
                            missing.size() + " of its " + planned.size() + " tests were not executed, such as "
                                    + missing.iterator().next()),
                    List.of());
        }
        return new SegmentResult(exit, outcomes);
    }

    private static String place(RecordedTest test) {
        return test.orderedBy().isEmpty() ? test.id().value() : "class " + test.orderedBy();
    }

    private static List<String> collapsed(List<TestId> ids, Map<TestId, String> places) {
        List<String> collapsed = new ArrayList<>();
        for (TestId id : ids) {
            String place = places.getOrDefault(id, "unplanned " + id);
            if (collapsed.isEmpty() || !collapsed.get(collapsed.size() - 1).equals(place)) {
                collapsed.add(place);
            }
        }
        return collapsed;
    }

    private static String firstDifference(List<String> plan, List<String> executed) {
        for (int i = 0; i < executed.size(); i++) {
            if (i >= plan.size()) {
                return executed.get(i) + " was not planned";
            }
            if (!plan.get(i).equals(executed.get(i))) {
                return "planned " + plan.get(i) + ", executed " + executed.get(i);
            }
        }
        return "none";
    }
}
