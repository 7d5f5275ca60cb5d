package io.github.testhygiene.docs;

import io.github.testhygiene.help.RulePage;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes {@code src/docs/rules.md} of the rules' pages. */
final class RuleIndex {

    /** What makes the file anew. */
    static final String COMMAND = "mvn test -Dtest=RulePagesTest -Drules.index=write";

    private static final String INTRODUCTION = """
            # Rules

            <!-- Made of the pages in rules/ by: %s -->

            Each finding has one of these ids, and each id has a page: why it is one, a bad and a good example, how to configure it. `mvn test-hygiene:help -Dtest-hygiene.explain=<id>` prints the page of the version that you use.

            `<failOn>` (`-Dtest-hygiene.failOn`) lists the ids that fail the build, and `<rules>` says how seriously a rule is taken, see [configuration](configuration.md#rules).

            A finding may be milder than its rule: rows that a fixture took back later are a remark. Remarks (*info* findings of a rule that is more than that) never fail a build.
            """.formatted(COMMAND);

    private RuleIndex() {}

    /**
     * The index.
     *
     * @param pages the page of a rule
     * @param failing the rules that fail a build by default
     * @return Markdown
     */
    static String of(Function<Rule, RulePage> pages, Set<Rule> failing) {
        return Arrays.stream(RuleGroup.values())
                .map(group -> section(group, pages, failing))
                .collect(Collectors.joining("\n", INTRODUCTION + "\n", ""));
    }

    /**
     * How a rule is taken unless a project says otherwise, as its page has to say it.
     *
     * @param rule the rule
     * @param failing the rules that fail a build by default
     * @return a sentence
     */
    static String defaults(Rule rule, Set<Rule> failing) {
        String severity = capitalized(rule.severity());
        if (rule.offByDefault()) {
            return severity + "; off unless `<rules>` names it.";
        }
        return failing.contains(rule)
                ? severity + "; fails the build by default."
                : severity + "; fails no build unless `<failOn>` names it.";
    }

    private static String section(RuleGroup group, Function<Rule, RulePage> pages, Set<Rule> failing) {
        return group.rules().stream()
                .map(rule -> "| [%s](rules/%s.md) | %s | %s |\n"
                        .formatted(
                                rule.label(),
                                rule.label(),
                                inShort(rule, failing),
                                pages.apply(rule).summary()))
                .collect(Collectors.joining(
                        "",
                        "## " + group.title() + "\n\n" + group.introduction()
                                + "\n\n| rule | by default | finds |\n|---|---|---|\n",
                        ""));
    }

    private static String inShort(Rule rule, Set<Rule> failing) {
        if (rule.offByDefault()) {
            return "off";
        }
        return rule.severity().label() + (failing.contains(rule) ? ", fails the build" : "");
    }

    private static String capitalized(Severity severity) {
        String label = severity.label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
