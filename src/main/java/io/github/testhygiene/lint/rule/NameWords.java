package io.github.testhygiene.lint.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that a name in code is made of. */
final class NameWords {

    private static final Pattern BETWEEN = Pattern.compile(
            "[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    private NameWords() {}

    /** The words of a name such as {@code andExpectAll}, {@code JSONAssert} or {@code fails_with_404}, in lower case. */
    static List<String> of(String name) {
        return Arrays.stream(BETWEEN.split(name))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The words of a class's own name, without its package and without the classes around it. */
    static List<String> ofClass(String className) {
        return of(className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1));
    }
}
