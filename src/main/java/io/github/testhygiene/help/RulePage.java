package io.github.testhygiene.help;

import io.github.testhygiene.model.Rule;
import java.util.List;
import java.util.Objects;

/**
 * What the documentation says of a rule.
 *
 * @param rule the rule
 * @param defaults how it is taken unless a project says otherwise, in words
 * @param summary what it finds, in one sentence
 * @param markdown the whole page
 */
public record RulePage(Rule rule, String defaults, String summary, String markdown) {

    private static final int HEAD = 3;

    /** Checks that it is all there. */
    public RulePage {
        Objects.requireNonNull(rule, "rule");
        if (defaults.isBlank() || summary.isBlank()) {
            throw new IllegalArgumentException("the page of " + rule.label() + " says too little");
        }
    }

    /**
     * Reads a page: the rule's id as its title, a line in italics, the sentence that says what it finds, and whatever
     * follows.
     *
     * @param rule the rule
     * @param markdown its page
     * @return the page
     * @throws IllegalArgumentException if it does not begin so
     */
    public static RulePage of(Rule rule, String markdown) {
        String page = markdown.replace("\r\n", "\n");
        List<String> blocks = List.of(page.split("\n\n", HEAD + 1));
        if (blocks.size() <= HEAD || !blocks.get(0).equals("# " + rule.label())) {
            throw new IllegalArgumentException("the page of " + rule.label() + " does not begin with its id, a line in"
                    + " italics and a sentence");
        }
        return new RulePage(rule, inItalics(rule, blocks.get(1)), blocks.get(2), page);
    }

    private static String inItalics(Rule rule, String line) {
        if (line.length() < 2 || !line.startsWith("*") || !line.endsWith("*")) {
            throw new IllegalArgumentException(
                    "the second line of the page of " + rule.label() + " is not in italics: " + line);
        }
        return line.substring(1, line.length() - 1);
    }
}
