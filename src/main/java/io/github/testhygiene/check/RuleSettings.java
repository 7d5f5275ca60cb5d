package io.github.testhygiene.check;

import io.github.testhygiene.advice.SettingsAdvice;
import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.gate.RuleLevels;
import io.github.testhygiene.gate.RuleLevels.Level;
import io.github.testhygiene.model.Labeled;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how seriously rules are taken. */
public final class RuleSettings {

    private RuleSettings() {}

    /**
     * The levels, checked.
     *
     * @param element rule ids and levels of {@code <rules>}
     * @param commandLine {@code rule=level} pairs joined by commas, which win; null if there are none
     * @param policy what fails the build, and so must be able to
     * @return the levels
     * @throws ProblemException if a rule or a level is unknown, or if the policy contradicts a level
     */
    public static RuleLevels levels(Map<String, String> element, @Nullable String commandLine, GatePolicy policy) {
        Map<String, Level> levels = new LinkedHashMap<>();
        element.forEach((rule, level) -> put(levels, rule, level));
        if (commandLine != null) {
            for (String pair : commandLine.split(",", -1)) {
                if (!pair.isBlank()) {
                    int equals = pair.indexOf('=');
                    put(
                            levels,
                            equals < 0 ? pair : pair.substring(0, equals),
                            equals < 0 ? "" : pair.substring(equals + 1));
                }
            }
        }
        RuleLevels checked = new RuleLevels(levels);
        for (String rule : policy.failOn()) {
            if (!checked.canFail(rule)) {
                Level level = levels.getOrDefault(rule, Level.OFF);
                throw new ProblemException(SettingsAdvice.failsAndIsNotTakenSeriously(rule, level.label()));
            }
        }
        return checked;
    }

    /** An empty element has no value at all. */
    private static void put(Map<String, Level> levels, String rule, @Nullable String level) {
        String id = rule.strip();
        if (!Rule.labels().contains(id)) {
            throw new ProblemException(SettingsAdvice.unknownRule(id, Rule.labels()));
        }
        String name = Objects.requireNonNullElse(level, "").strip();
        levels.put(
                id,
                Labeled.parse(
                        name, Level.values(), (unknown, known) -> SettingsAdvice.unknownLevel(id, unknown, known)));
    }
}
