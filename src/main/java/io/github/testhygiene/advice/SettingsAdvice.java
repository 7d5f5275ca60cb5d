package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.util.List;

/** What to say about settings that make no sense. */
public final class SettingsAdvice {

    private SettingsAdvice() {}

    /**
     * A duration that cannot be read, or is not positive.
     *
     * @param element the XML element
     * @param actual its value
     * @param example a value that would do
     * @return the problem
     */
    public static Problem badDuration(String element, String actual, String example) {
        return new Problem(
                "<" + element + "> is '" + actual + "', which is no positive duration.",
                "Write for example <" + element + ">" + example + "</" + element + "> or -Dtest-hygiene." + element
                        + "=" + example + " (units: h, m, s, ms).");
    }

    /**
     * A number out of its range.
     *
     * @param element the XML element
     * @param actual its value
     * @param range what is allowed, in words
     * @return the problem
     */
    public static Problem badNumber(String element, long actual, String range) {
        return new Problem(
                "<" + element + "> is " + actual + ", and must be " + range + ".",
                "Set <" + element + "> or -Dtest-hygiene." + element + " to a number that is " + range + ".");
    }

    /**
     * A value that is not one of a list.
     *
     * @param element the XML element
     * @param actual its value
     * @param accepted the values that are
     * @return the problem
     */
    public static Problem notOneOf(String element, String actual, List<String> accepted) {
        return new Problem(
                "<" + element + "> is '" + actual + "', which is none of " + String.join(", ", accepted) + ".",
                "Set <" + element + "> or -Dtest-hygiene." + element + " to one of them.");
    }

    /**
     * A time limit that contradicts another.
     *
     * @param reason what is wrong
     * @return the problem
     */
    public static Problem contradictingLimits(String reason) {
        return new Problem(
                "The time limits contradict each other: " + reason + ".",
                "Check <testFloor>, <testBudget> and <suiteBudget> (-Dtest-hygiene.testFloor, …): the floor is the"
                        + " smallest.");
    }

    /**
     * A selection that selects nothing.
     *
     * @param pattern the value of {@code <tests>}
     * @param recorded some tests that there are
     * @return the problem
     */
    public static Problem nothingSelected(String pattern, List<String> recorded) {
        return new Problem(
                "<tests> is '" + pattern + "', which matches none of the tests that ran, such as "
                        + String.join(", ", recorded) + ".",
                "Write it as for -Dit.test, for example -Dtest-hygiene.tests='" + recorded.get(0) + "'.");
    }

    /**
     * A server id that {@code settings.xml} does not know.
     *
     * @param serverId the value of {@code <serverId>}
     * @return the problem
     */
    public static Problem unknownServerId(String serverId) {
        return new Problem(
                "<serverId> is '" + serverId + "', and settings.xml has no server with this id.",
                "Add it to <servers> in ~/.m2/settings.xml, or set <username> and <password>"
                        + " (-Dtest-hygiene.username, -Dtest-hygiene.password).");
    }

    /**
     * A run that the plan does not have.
     *
     * @param label the value of {@code <onlyRun>}
     * @param known the runs that it has
     * @return the problem
     */
    public static Problem unknownRun(String label, List<String> known) {
        return new Problem(
                "<onlyRun> is '" + label + "', and the plan has no such run; it has " + String.join(", ", known) + ".",
                "Give -Dtest-hygiene.onlyRun one of these names, with the same <seed>, <orders>, <effort> and <tests> as then.");
    }

    /**
     * An entry of {@code <allowRows>} that names no table.
     *
     * @return the problem
     */
    public static Problem allowRowWithoutTable() {
        return new Problem(
                "An <allowRow> of <allowRows> names no table.",
                "Write <allowRow><table>public.audit</table><most>10</most><reason>why it may grow</reason></allowRow>.");
    }

    /**
     * An entry of {@code <allowRows>} without a reason.
     *
     * @param table the table
     * @return the problem
     */
    public static Problem allowRowWithoutReason(String table) {
        return new Problem(
                "<allowRows> lets '" + table + "' grow and does not say why.",
                "Add <reason> to this <allowRow>, so that whoever reads it later knows whether it still holds, for"
                        + " example <reason>the audit log is written in its own transaction</reason>.");
    }

    /**
     * An entry of {@code <allowRows>} without a sensible number.
     *
     * @param table the table
     * @param most the value of {@code <most>} in words
     * @return the problem
     */
    public static Problem allowRowWithoutNumber(String table, String most) {
        return new Problem(
                "<most> of '" + table + "' in <allowRows> is " + most + ", and must be a number from 0 up.",
                "Set <most> to the number of rows by which one test may let the table grow, for example"
                        + " <most>10</most>.");
    }

    /**
     * A level for a rule that there is none of.
     *
     * @param rule the rule's id, as the user wrote it
     * @param known the ids that there are
     * @return the problem
     */
    public static Problem unknownRule(String rule, List<String> known) {
        return new Problem(
                "<rules> names '" + rule + "', and the rules are " + String.join(", ", known) + ".",
                "Write for example <rules><leaves-rows>error</leaves-rows></rules> or"
                        + " -Dtest-hygiene.rules=leaves-rows=error,advances-sequence=off.");
    }

    /**
     * A level that there is none of.
     *
     * @param rule the rule's id
     * @param level its level, as the user wrote it
     * @param known the levels that there are
     * @return the problem
     */
    public static Problem unknownLevel(String rule, String level, List<String> known) {
        return new Problem(
                "<rules> sets '" + rule + "' to '" + level + "', which is none of " + String.join(", ", known) + ".",
                "Set it in <rules> or -Dtest-hygiene.rules to one of them, as in -Dtest-hygiene.rules=" + rule + "="
                        + known.get(0) + ".");
    }

    /**
     * A rule that shall fail the build and find nothing that could.
     *
     * @param rule the rule's id
     * @param level its level
     * @return the problem
     */
    public static Problem failsAndIsNotTakenSeriously(String rule, String level) {
        return new Problem(
                "<failOn> names '" + rule + "', and <rules> sets it to '" + level + "', so that it could fail nothing.",
                "Take it out of <failOn> (-Dtest-hygiene.failOn), or out of <rules> (-Dtest-hygiene.rules).");
    }
}
