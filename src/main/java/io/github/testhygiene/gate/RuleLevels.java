package io.github.testhygiene.gate;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Labeled;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How seriously a project takes rules.
 *
 * @param levels by rule id; a rule that is missing is taken as it is
 */
public record RuleLevels(Map<String, Level> levels) {

    /** Every rule is taken as it is. */
    public static final RuleLevels DEFAULTS = new RuleLevels(Map.of());

    /** Copies the map. */
    public RuleLevels {
        levels = Map.copyOf(levels);
    }

    /** How seriously a rule is taken. */
    public enum Level implements Labeled {
        /** Its findings are left out. */
        OFF,
        /** Good to know. */
        INFO,
        /** Should be fixed. */
        WARNING,
        /** Must be fixed. */
        ERROR;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The names of all levels.
         *
         * @return in a fixed order
         */
        public static List<String> labels() {
            return Arrays.stream(values()).map(Level::label).toList();
        }
    }

    /**
     * Takes findings as seriously as the project wants. A remark stays a remark: what is said to be milder than its
     * rule, such as rows that a fixture took back, is not made worse.
     *
     * @param findings all findings of a report
     * @return the same in the same order, without those that are off
     */
    public List<Finding> apply(List<Finding> findings) {
        List<Finding> taken = new ArrayList<>();
        for (Finding finding : findings) {
            Level level = levels.get(finding.rule());
            if (isOff(finding.rule())) {
                continue;
            }
            if (level == null || finding.isRemark()) {
                taken.add(finding);
            } else {
                taken.add(finding.withSeverity(Severity.valueOf(level.name())));
            }
        }
        return List.copyOf(taken);
    }

    /**
     * Whether findings of a rule can fail a build at all.
     *
     * @param rule the rule's id
     * @return false if they are left out, or are remarks because the project takes the rule for less than it is
     */
    public boolean canFail(String rule) {
        Level level = levels.get(rule);
        if (level == null) {
            return !offByDefault(rule);
        }
        return level != Level.OFF && (level != Level.INFO || !isMoreThanARemark(rule));
    }

    /**
     * Whether findings of a rule are left out.
     *
     * @param rule the rule's id
     * @return true if the project leaves them out, or does not ask for a rule that has to be asked for
     */
    public boolean isOff(String rule) {
        Level level = levels.get(rule);
        return level == null ? offByDefault(rule) : level == Level.OFF;
    }

    private static boolean offByDefault(String rule) {
        return Rule.of(rule).map(Rule::offByDefault).orElse(false);
    }

    private static boolean isMoreThanARemark(String rule) {
        return Arrays.stream(Rule.values())
                .anyMatch(each -> each.label().equals(rule) && each.severity() != Severity.INFO);
    }
}
