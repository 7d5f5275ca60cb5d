package io.github.testhygiene.help;

import io.github.testhygiene.help.Goal.Setting;
import io.github.testhygiene.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says on the console what the plugin can do. */
public final class HelpText {

    private static final int WIDTH = 100;
    private static final int OPTIONS_WIDTH = 31;

    private HelpText() {}

    /**
     * The goals in short, and how to learn more.
     *
     * @param title the plugin's name and version
     * @param goals the goals, in the order in which to show them
     * @return lines of at most 100 characters
     */
    public static String goals(String title, List<Goal> goals) {
        List<String> lines = new ArrayList<>(List.of(title, ""));
        goals.forEach(goal -> {
            lines.add("test-hygiene:" + goal.name());
            lines.addAll(indented(goal.firstSentence(), 2));
            lines.add("");
        });
        lines.addAll(more());
        return joined(lines);
    }

    /**
     * The goals with everything that can be set, and the rules.
     *
     * @param title the plugin's name and version
     * @param goals the goals, in the order in which to show them
     * @param pages the rules' pages, in the order in which to show them; none to leave the rules out
     * @return lines of at most 100 characters, but for words that are longer
     */
    public static String details(String title, List<Goal> goals, List<RulePage> pages) {
        List<String> lines = new ArrayList<>(List.of(title, ""));
        goals.forEach(goal -> lines.addAll(detailed(goal)));
        if (!pages.isEmpty()) {
            lines.addAll(rules(pages));
        }
        lines.addAll(more());
        return joined(lines);
    }

    /**
     * All that is to be said of a rule.
     *
     * @param page the rule's page
     * @return its text, without what only a browser could follow
     */
    public static String explained(RulePage page) {
        return joined(ConsoleMarkdown.lines(page.markdown(), WIDTH));
    }

    private static List<String> detailed(Goal goal) {
        List<String> lines = new ArrayList<>();
        lines.add("test-hygiene:" + goal.name());
        lines.addAll(indented(goal.description(), 2));
        lines.add("");
        goal.settings().forEach(setting -> {
            lines.addAll(LineWrapping.lines(head(setting), WIDTH, "  ", "      "));
            lines.addAll(indented(setting.description(), 4));
            lines.add("");
        });
        return lines;
    }

    private static List<String> rules(List<RulePage> pages) {
        List<String> lines = new ArrayList<>(List.of("Rules", ""));
        pages.forEach(page -> {
            lines.add("  " + page.rule().label() + " (" + severity(page.rule()) + ")");
            lines.addAll(indented(page.summary(), 4));
        });
        lines.add("");
        return lines;
    }

    private static String head(Setting setting) {
        String facts = Stream.of(
                        setting.property() == null ? "" : "-D" + setting.property(),
                        setting.defaultValue() == null ? "" : "default " + setting.defaultValue(),
                        // What has a default need not be given.
                        setting.required() && setting.defaultValue() == null ? "required" : "")
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(", "));
        String element = "<" + setting.name() + ">";
        return facts.isEmpty() ? element : element + " (" + facts + ")";
    }

    private static String severity(Rule rule) {
        return rule.offByDefault()
                ? rule.severity().label() + ", off by default"
                : rule.severity().label();
    }

    private static List<String> more() {
        return List.of(
                "More",
                "",
                more("-Ddetail", "everything that can be set, and all rules"),
                more("-Ddetail -Dgoal=isolate", "the same for one goal"),
                more("-Dtest-hygiene.explain=sleeps", "what a rule finds, and what to do about it"));
    }

    private static String more(String options, String meaning) {
        return "  mvn test-hygiene:help " + options + " ".repeat(OPTIONS_WIDTH - options.length()) + meaning;
    }

    private static List<String> indented(String text, int columns) {
        String indentation = " ".repeat(columns);
        return LineWrapping.lines(text, WIDTH, indentation, indentation);
    }

    private static String joined(List<String> lines) {
        return String.join(System.lineSeparator(), lines);
    }
}
