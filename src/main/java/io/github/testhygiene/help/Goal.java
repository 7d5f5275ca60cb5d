package io.github.testhygiene.help;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A goal of the plugin.
 *
 * @param name as in {@code test-hygiene:name}
 * @param description what it does, in sentences
 * @param settings what can be set, in the order in which to show it
 */
public record Goal(String name, String description, List<Setting> settings) {

    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)(.*?[.])(\\s.*|$)");

    /** Copies the list. */
    public Goal {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        settings = List.copyOf(settings);
    }

    /**
     * The description in short.
     *
     * @return its first sentence; all of it if there is no more
     */
    public String firstSentence() {
        Matcher sentence = FIRST_SENTENCE.matcher(description);
        return sentence.matches() ? sentence.group(1) : description;
    }

    /**
     * What can be set of a goal.
     *
     * @param name the XML element
     * @param property the property of the command line; null if there is none
     * @param defaultValue its value unless it is set; null if it has none, or one that is made when it is needed
     * @param required whether there is no going without it
     * @param description what it means, in sentences
     */
    public record Setting(
            String name,
            @Nullable String property,
            @Nullable String defaultValue,
            boolean required,
            String description) {

        /** Checks that it has a name and a meaning. */
        public Setting {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
        }
    }
}
