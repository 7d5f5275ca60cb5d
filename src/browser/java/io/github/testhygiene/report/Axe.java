package io.github.testhygiene.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Looks for what keeps people from using a page, with all rules of axe-core. */
final class Axe {

    private static final String RESOURCE = "axe.min.js";

    /** A line for each rule that is broken, with the first places. */
    private static final String RUN = """
            async () => {
              const result = await axe.run(document);
              return {
                passes: result.passes.length,
                violations: result.violations.map((each) => each.id + ' (' + each.impact + '): ' + each.help + ' '
                  + each.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + node.any.map((check) => check.message).join(' ')).join(' | '))
              };
            }
            """;

    private final String script;

    Axe() {
        try (InputStream in = Axe.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            this.script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read axe-core", e);
        }
    }

    /**
     * Looks at a page as it is now.
     *
     * @param tab the page
     * @return what is wrong
     */
    List<String> violations(Tab tab) {
        tab.page().evaluate(script);
        if (!(tab.page().evaluate(RUN) instanceof Map<?, ?> result)
                || !(result.get("violations") instanceof List<?> violations)
                || !(result.get("passes") instanceof Number passes)
                || passes.intValue() == 0) {
            throw new IllegalStateException("axe-core gave no answer");
        }
        return violations.stream().map(String::valueOf).toList();
    }
}
