package io.github.testhygiene.fork;

import io.github.testhygiene.model.SecretNames;
import java.util.regex.Pattern;

/** How values are shown: short, on one line, and without secrets. */
final class ValueFormat {

    private static final int MOST_CHARACTERS = 80;
    private static final String SECRET = "***";
    private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/@\\s]*:[^/@\\s]*(?=@)");
    private static final Pattern NAMED =
            Pattern.compile("(?i)((?:password|passwd|pwd|secret|token|api_?key)\\s*[=:]\\s*)[^&;,\\s]+");

    private ValueFormat() {}

    /** A text as it may stand in a report. */
    static String text(String value) {
        String masked = NAMED.matcher(LOGIN.matcher(value).replaceAll(SECRET)).replaceAll("$1" + SECRET);
        return cut(masked.replaceAll("\\p{Cntrl}", " "), MOST_CHARACTERS);
    }

    /** A description under the name of what holds it: the name may say that it is nobody's business. */
    static String under(String name, String described) {
        return SecretNames.suggest(name) ? SECRET : described;
    }

    /** The beginning of a text that is too long. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
