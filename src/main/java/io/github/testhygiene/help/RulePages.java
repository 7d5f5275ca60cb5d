package io.github.testhygiene.help;

import io.github.testhygiene.model.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the rules' pages, which are part of the plugin's jar. */
public final class RulePages {

    private static final String FOLDER = "/io/github/testhygiene/rules/";

    private RulePages() {}

    /**
     * The page of a rule.
     *
     * @param rule the rule
     * @return what the documentation of this version says
     * @throws IllegalStateException if the jar lacks the page
     * @throws UncheckedIOException if the jar cannot be read
     */
    public static RulePage read(Rule rule) {
        String name = FOLDER + rule.label() + ".md";
        try (InputStream page = RulePages.class.getResourceAsStream(name)) {
            if (page == null) {
                throw new IllegalStateException("the plugin's jar lacks " + name);
            }
            return RulePage.of(rule, new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
