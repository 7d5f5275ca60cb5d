package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.nio.file.Path;
import java.util.List;

/** What to say when the tests' bytecode cannot be looked at, or findings are suppressed in a way that makes no sense. */
public final class LintAdvice {

    private static final String EXAMPLE =
            "Write <suppression><rule>sleeps</rule><tests>com.example.ClockIT#waits*</tests><reason>why</reason></suppression>"
                    + " in <suppressions>.";

    private LintAdvice() {}

    /**
     * Failsafe would not understand a pattern either.
     *
     * @param reason what is wrong
     * @return the problem
     */
    public static Problem badPattern(String reason) {
        return new Problem(
                "Failsafe's <includes> and <excludes> cannot be read: " + reason + ".",
                "Write them as **/*IT.java, see mvn help:describe -Dplugin=failsafe -Ddetail; or name the tests with -Dit.test.");
    }

    /**
     * Failsafe's groups make no sense.
     *
     * @param element the element that holds them
     * @param expression what stands there
     * @param reason what is wrong
     * @return the problem
     */
    public static Problem badGroups(String element, String expression, String reason) {
        return new Problem(
                "Failsafe's <" + element + "> cannot be read: " + expression + " (" + reason + ").",
                "Write <" + element + "> (-D" + element
                        + ") as a tag expression such as slow & !(db | web), or as a list.");
    }

    /**
     * A file with patterns is not there.
     *
     * @param element the element that names it
     * @param path the file
     * @param reason why it cannot be read
     * @return the problem
     */
    public static Problem unreadablePatterns(String element, Path path, String reason) {
        return new Problem(
                "Failsafe's <" + element + "> names " + path + ", which cannot be read (" + reason + ").",
                "Correct <" + element + ">, or remove it and list the patterns in <includes> and <excludes>.");
    }

    /**
     * The class path of the tests is not known.
     *
     * @param reason why
     * @return the problem
     */
    public static Problem noClassPath(String reason) {
        return new Problem(
                "The tests' bytecode was not looked at: their class path cannot be had (" + reason + ").",
                "Run mvn test-compile test-hygiene:lint, and see mvn dependency:tree.");
    }

    /**
     * Looking ended with an error of ours.
     *
     * @param reason the error
     * @return the problem
     */
    public static Problem lookFailed(String reason) {
        return new Problem(
                "The tests' bytecode could not be looked at (" + reason + ").",
                "Run mvn test-hygiene:lint -e and report it as a bug; the other checks go on without it.");
    }

    /**
     * There is nothing to look at.
     *
     * @return the problem
     */
    public static Problem nothingSelected() {
        return new Problem(
                "Failsafe selects no class of this module, so there is nothing to look at.",
                "Compile the tests first (mvn test-compile test-hygiene:lint), or check failsafe's <includes>.");
    }

    /**
     * A suppression without a rule.
     *
     * @return the problem
     */
    public static Problem suppressionWithoutRule() {
        return new Problem("A <suppression> of <suppressions> names no rule.", EXAMPLE);
    }

    /**
     * A suppression of a rule that does not exist.
     *
     * @param rule the value of {@code <rule>}
     * @param known the ids that there are
     * @return the problem
     */
    public static Problem suppressionOfUnknownRule(String rule, List<String> known) {
        return new Problem(
                "A <suppression> names the rule '" + rule + "', which is none of " + String.join(", ", known) + ".",
                "Give <rule> one of these ids.");
    }

    /**
     * A suppression that does not say of what.
     *
     * @param rule its rule
     * @return the problem
     */
    public static Problem suppressionWithoutTests(String rule) {
        return new Problem("The <suppression> of '" + rule + "' does not say for which tests.", EXAMPLE);
    }

    /**
     * A suppression whose pattern makes no sense.
     *
     * @param rule its rule
     * @param pattern the value of {@code <tests>}
     * @return the problem
     */
    public static Problem suppressionWithBadTests(String rule, String pattern) {
        return new Problem(
                "The <suppression> of '" + rule + "' has the pattern '" + pattern
                        + "' in <tests>, which names no class.",
                EXAMPLE);
    }

    /**
     * A suppression without a reason.
     *
     * @param rule its rule
     * @param pattern the tests
     * @return the problem
     */
    public static Problem suppressionWithoutReason(String rule, String pattern) {
        return new Problem(
                "The <suppression> of '" + rule + "' for '" + pattern + "' gives no reason.",
                "Say in <reason> why this is right: whoever reads it next year has no other way to know.");
    }
}
