package io.github.testhygiene.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses from the name of a column, a field or a setting whether its values are nobody's business. */
public final class SecretNames {

    /** Secret wherever they stand in a name, if only without a gap between its words. */
    private static final List<String> ANYWHERE = List.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "secret",
            "credential",
            "apikey",
            "privatekey",
            "accesskey",
            "cardnumber",
            "cardno",
            "authtoken",
            "accesstoken",
            "refreshtoken",
            "socialsecurity",
            "securitycode",
            "accountnumber");

    /** Secret as a whole word of a name. */
    private static final Set<String> WORDS = Set.of(
            "pwd", "pw", "pass", "token", "tokens", "salt", "pin", "ssn", "iban", "cvv", "cvc", "otp", "totp", "jwt");

    private static final Pattern GAP = Pattern.compile(
            "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?=\\p{N}+$)");

    private static final Pattern PARAMETER = Pattern.compile("([^?&=;\\s]+)=([^&;\\s]*)");

    private SecretNames() {}

    /**
     * Masks the values of secret parameters in a URL or a part of one.
     *
     * @param url parameters as {@code name=value}, separated by {@code &}
     * @return the same text with {@value Secrets#MASK} for values whose names suggest a secret
     */
    public static String maskParameters(String url) {
        return PARAMETER
                .matcher(url)
                .replaceAll(match -> Matcher.quoteReplacement(
                        suggest(match.group(1)) ? match.group(1) + "=" + Secrets.MASK : match.group()));
    }

    /**
     * Whether a name is one for secrets.
     *
     * @param name in snake or in camel case
     * @return true if so
     */
    public static boolean suggest(String name) {
        List<String> words = GAP.splitAsStream(name).toList();
        StringBuilder joined = new StringBuilder();
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (WORDS.contains(lower)) {
                return true;
            }
            joined.append(lower);
        }
        return ANYWHERE.stream().anyMatch(joined.toString()::contains);
    }
}
