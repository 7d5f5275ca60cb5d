package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.util.List;

/** What to say to who asks for help about something that there is not. */
public final class HelpAdvice {

    private HelpAdvice() {}

    /**
     * A rule that there is none of.
     *
     * @param rule the rule's id, as the user wrote it
     * @param known the ids that there are, at least one
     * @return the problem
     */
    public static Problem unknownRule(String rule, List<String> known) {
        return new Problem(
                "There is no rule '" + rule + "'; the rules are " + String.join(", ", known) + ".",
                "Give -Dtest-hygiene.explain one of them, as in mvn test-hygiene:help -Dtest-hygiene.explain="
                        + known.get(0) + ".");
    }

    /**
     * A goal that there is none of.
     *
     * @param goal the goal, as the user wrote it
     * @param known the goals that there are, at least one
     * @return the problem
     */
    public static Problem unknownGoal(String goal, List<String> known) {
        return new Problem(
                "There is no goal '" + goal + "'; the goals are " + String.join(", ", known) + ".",
                "Give -Dgoal one of them, as in mvn test-hygiene:help -Ddetail -Dgoal=" + known.get(0) + ".");
    }
}
