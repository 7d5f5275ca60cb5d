package io.github.testhygiene.report.ci;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What the documentation says of a rule.
 *
 * @param summary what it finds, in one sentence
 * @param page the whole page, in Markdown
 */
public record RuleText(String summary, String page) {

    private static final Pattern FENCE = Pattern.compile("(?m)^```");
    private static final Pattern LINK_WITHIN_THE_DOCS = Pattern.compile("\\[([^\\]\\n]*)\\]\\((?![a-z]+:)[^)\\n]*\\)");

    /** Checks that both are there. */
    public RuleText {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(page, "page");
    }

    /**
     * The page for readers who do not have the pages that it links to.
     *
     * @return the words of such links alone
     */
    String pageAlone() {
        StringBuilder alone = new StringBuilder();
        boolean code = false;
        for (String part : FENCE.split(page, -1)) {
            alone.append(alone.isEmpty() ? "" : "```");
            alone.append(code ? part : LINK_WITHIN_THE_DOCS.matcher(part).replaceAll("$1"));
            code = !code;
        }
        return alone.toString();
    }
}
