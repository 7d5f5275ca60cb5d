package io.github.testhygiene.postgres.server;

import java.security.SecureRandom;

/** Text that nobody guesses. */
public final class RandomText {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private RandomText() {}

    /** So many lower-case letters and digits; each carries about 5 bits. */
    public static String generate(int length) {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
