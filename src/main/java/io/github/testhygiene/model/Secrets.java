package io.github.testhygiene.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values that must not be shown: those of system properties and variables of the environment whose names suggest a
 * secret. Holds them in memory, and {@link #toString()} shows none.
 */
public final class Secrets {

    /** What is shown in the place of a secret. */
    public static final String MASK = "***";

    // A shorter one stands in too many words, and whoever chose it keeps no secret.
    private static final int SHORTEST = 6;

    // The shell's working directories.
    private static final Set<String> NO_SECRETS = Set.of("PWD", "OLDPWD");

    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    /**
     * Finds the secrets among named values.
     *
     * @param named names and values
     * @return the secrets; values of fewer than 6 characters are none
     */
    public static Secrets of(Collection<Map<String, String>> named) {
        return ofValues(named.stream()
                .flatMap(each -> each.entrySet().stream())
                .filter(each -> !NO_SECRETS.contains(each.getKey()) && SecretNames.suggest(each.getKey()))
                .map(Map.Entry::getValue));
    }

    /**
     * The same secrets and one more.
     *
     * @param value a secret; one of fewer than 6 characters is not masked
     * @return these secrets and that one
     */
    public Secrets and(String value) {
        return ofValues(Stream.concat(values.stream(), Stream.of(value)));
    }

    private static Secrets ofValues(Stream<String> secrets) {
        return new Secrets(secrets.flatMap(each -> Stream.of(each, each.strip()))
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                // A secret may be a part of another one.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /**
     * Masks the secrets in a text, wherever one stands that is no part of a longer word.
     *
     * @param text any text
     * @return the text without them
     */
    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked(masked, value);
        }
        return masked;
    }

    private static String masked(String text, String value) {
        int found = text.indexOf(value);
        if (found < 0) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int from = 0;
        while (found >= 0) {
            int end = found + value.length();
            boolean inWord =
                    (isWord(text, found - 1) && isWord(text, found)) || (isWord(text, end - 1) && isWord(text, end));
            masked.append(text, from, found).append(inWord ? value : MASK);
            from = end;
            found = text.indexOf(value, from);
        }
        return masked.append(text, from, text.length()).toString();
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
